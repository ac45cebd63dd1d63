/**
 * Several animals at once: all or none.
 *
 * @module
 */
import { resourceBulkTrials } from "../../../kit/resource_bulk_trials.ts";
import { ANIMAL_SUBJECT } from "../../subjects/animal_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = resourceBulkTrials(ANIMAL_SUBJECT, {
  operations: ["create", "patch", "delete"],
  most: 10,
  changed: { chip: "Changed" },
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
