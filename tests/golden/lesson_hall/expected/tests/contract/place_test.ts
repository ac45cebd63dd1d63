/**
 * The API of places keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { unseenTrials } from "../../kit/unseen_trials.ts";
import { PLACE_SUBJECT } from "../subjects/place_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(PLACE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of unseenTrials(PLACE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
