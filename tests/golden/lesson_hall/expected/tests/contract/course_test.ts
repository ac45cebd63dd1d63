/**
 * The API of courses keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { stateTrials } from "../../kit/state_trials.ts";
import { unseenTrials } from "../../kit/unseen_trials.ts";
import { COURSE_SUBJECT } from "../subjects/course_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(COURSE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of unseenTrials(COURSE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of stateTrials(COURSE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
