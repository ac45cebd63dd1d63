/**
 * What attackers try with books.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { BOOK_SUBJECT } from "../subjects/book_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(BOOK_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
