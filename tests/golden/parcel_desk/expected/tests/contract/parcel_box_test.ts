/**
 * The API of parcel boxes keeps to all that is declared of it.
 *
 * @module
 */
import { hiddenTrials } from "../../kit/hidden_trials.ts";
import { resourceTrials } from "../../kit/resource_trials.ts";
import { PARCEL_BOX_SUBJECT } from "../subjects/parcel_box_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(PARCEL_BOX_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of hiddenTrials(PARCEL_BOX_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
