/**
 * Several lines at once: all or none.
 *
 * @module
 */
import { resourceBulkTrials } from "../../../kit/resource_bulk_trials.ts";
import { LINE_SUBJECT } from "../../subjects/line_subject.ts";
import { startTrialSystem } from "../../trial_system.ts";

const TRIALS = resourceBulkTrials(LINE_SUBJECT, {
  operations: ["create", "delete"],
  most: 20,
  changed: { text: "Changed" },
});

for (const { title, run } of TRIALS) {
  Deno.test(title, () => run(startTrialSystem));
}
