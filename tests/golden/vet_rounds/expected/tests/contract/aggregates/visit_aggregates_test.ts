/**
 * What lists of visits come to is what is in them.
 *
 * @module
 */
import { aggregateTrials } from "../../../kit/resource_aggregate_trials.ts";
import { VISIT_AGGREGATES } from "../../../models/visit.ts";
import { VISIT_SUBJECT } from "../../subjects/visit_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = aggregateTrials(VISIT_SUBJECT, {
  aggregates: VISIT_AGGREGATES,
  values: [{}, { fee: 10.5 }, { dueOn: "2031-02-20" }, {
    fee: 10.5,
    dueOn: "2031-02-20",
  }],
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
