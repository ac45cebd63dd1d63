/**
 * The API of labels keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { LABEL_SUBJECT } from "../subjects/label_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(LABEL_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
