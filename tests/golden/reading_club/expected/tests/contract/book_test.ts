/**
 * The API of books keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { BOOK_SUBJECT } from "../subjects/book_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(BOOK_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
