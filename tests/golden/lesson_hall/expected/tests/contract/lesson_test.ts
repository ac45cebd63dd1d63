/**
 * The API of lessons keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { restorationTrials } from "../../kit/restoration_trials.ts";
import { stateTrials } from "../../kit/state_trials.ts";
import { LESSON_SUBJECT } from "../subjects/lesson_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(LESSON_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of restorationTrials(LESSON_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of stateTrials(LESSON_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
