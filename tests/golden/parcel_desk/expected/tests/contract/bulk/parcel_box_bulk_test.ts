/**
 * Several parcel boxes at once: all or none.
 *
 * @module
 */
import { resourceBulkTrials } from "../../../kit/resource_bulk_trials.ts";
import { PARCEL_BOX_SUBJECT } from "../../subjects/parcel_box_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = resourceBulkTrials(PARCEL_BOX_SUBJECT, {
  operations: ["create", "patch", "delete"],
  most: 10,
  changed: { boxNumber: "Changed" },
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
