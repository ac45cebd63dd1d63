/**
 * What lists of animals come to is what is in them.
 *
 * @module
 */
import { aggregateTrials } from "../../../kit/resource_aggregate_trials.ts";
import { ANIMAL_AGGREGATES } from "../../../models/animal.ts";
import { ANIMAL_SUBJECT } from "../../subjects/animal_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = aggregateTrials(ANIMAL_SUBJECT, {
  aggregates: ANIMAL_AGGREGATES,
  values: [{}, { kind: "dog" }],
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
