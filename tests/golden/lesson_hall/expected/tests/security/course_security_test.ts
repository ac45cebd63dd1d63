/**
 * What attackers try with courses.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { COURSE_SUBJECT } from "../subjects/course_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(COURSE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
