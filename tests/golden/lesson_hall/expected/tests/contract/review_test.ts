/**
 * The API of reviews keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { restorationTrials } from "../../kit/restoration_trials.ts";
import { unseenTrials } from "../../kit/unseen_trials.ts";
import { REVIEW_SUBJECT } from "../subjects/review_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(REVIEW_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of unseenTrials(REVIEW_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of restorationTrials(REVIEW_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
