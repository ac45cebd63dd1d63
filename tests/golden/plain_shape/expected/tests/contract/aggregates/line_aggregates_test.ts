/**
 * What lists of lines come to is what is in them.
 *
 * @module
 */
import { aggregateTrials } from "../../../kit/resource_aggregate_trials.ts";
import { LINE_AGGREGATES } from "../../../models/line.ts";
import { LINE_SUBJECT } from "../../subjects/line_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = aggregateTrials(LINE_SUBJECT, {
  aggregates: LINE_AGGREGATES,
  values: [{}, { text: "Changed" }, { amount: 10.5 }, { pieces: 2 }, {
    text: "Changed",
    amount: 10.5,
    pieces: 2,
  }],
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
