/**
 * What lists of bills come to is what is in them.
 *
 * @module
 */
import { aggregateTrials } from "../../../kit/resource_aggregate_trials.ts";
import { BILL_AGGREGATES } from "../../../models/bill.ts";
import { BILL_SUBJECT } from "../../subjects/bill_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = aggregateTrials(BILL_SUBJECT, {
  aggregates: BILL_AGGREGATES,
  values: [{}, { payer: "Changed" }, { status: "paid" }, {
    dueOn: "2031-02-20",
  }, { payer: "Changed", status: "paid", dueOn: "2031-02-20" }],
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
