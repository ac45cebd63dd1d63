/**
 * What attackers try with bills.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { BILL_SUBJECT } from "../subjects/bill_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(BILL_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
