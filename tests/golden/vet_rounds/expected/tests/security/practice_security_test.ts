/**
 * What attackers try with practices.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { PRACTICE_SUBJECT } from "../subjects/practice_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(PRACTICE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
