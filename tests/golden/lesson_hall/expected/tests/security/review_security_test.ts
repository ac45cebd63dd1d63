/**
 * What attackers try with reviews.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { REVIEW_SUBJECT } from "../subjects/review_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(REVIEW_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
