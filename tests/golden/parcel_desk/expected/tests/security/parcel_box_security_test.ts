/**
 * What attackers try with parcel boxes.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { PARCEL_BOX_SUBJECT } from "../subjects/parcel_box_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(PARCEL_BOX_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
