/**
 * The API of bills keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { BILL_SUBJECT } from "../subjects/bill_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(BILL_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
