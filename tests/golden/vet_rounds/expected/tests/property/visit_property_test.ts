/**
 * What holds for visits of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import {
  arbitraryDate,
  arbitraryDecimal,
  arbitraryText,
} from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { VISIT_SUBJECT } from "../subjects/visit_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  reason: arbitraryText({ min: 1, max: 50 }),
  fee: arbitraryDecimal(2, { min: 0, max: undefined }),
  dueOn: fc.option(arbitraryDate()),
});

for (const { title, run } of propertyTrials(VISIT_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
