/**
 * The API of people keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { PERSON_SUBJECT } from "../subjects/person_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(PERSON_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
