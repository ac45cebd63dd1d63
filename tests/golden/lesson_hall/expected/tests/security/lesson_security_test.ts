/**
 * What attackers try with lessons.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { LESSON_SUBJECT } from "../subjects/lesson_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(LESSON_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
