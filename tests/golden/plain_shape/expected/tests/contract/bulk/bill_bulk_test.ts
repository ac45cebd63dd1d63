/**
 * Several bills at once: all or none.
 *
 * @module
 */
import { resourceBulkTrials } from "../../../kit/resource_bulk_trials.ts";
import { BILL_SUBJECT } from "../../subjects/bill_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = resourceBulkTrials(BILL_SUBJECT, {
  operations: ["create", "patch", "delete"],
  most: 100,
  changed: { code: "Changed" },
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
