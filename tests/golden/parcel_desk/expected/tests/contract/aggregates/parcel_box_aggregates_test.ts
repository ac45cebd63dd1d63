/**
 * What lists of parcel boxes come to is what is in them.
 *
 * @module
 */
import { aggregateTrials } from "../../../kit/resource_aggregate_trials.ts";
import { PARCEL_BOX_AGGREGATES } from "../../../models/parcel_box.ts";
import { PARCEL_BOX_SUBJECT } from "../../subjects/parcel_box_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = aggregateTrials(PARCEL_BOX_SUBJECT, {
  aggregates: PARCEL_BOX_AGGREGATES,
  values: [{}, { dueOn: "2031-02-20" }, { weightGrams: 2 }, {
    dueOn: "2031-02-20",
    weightGrams: 2,
  }],
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
