/**
 * What holds for remedies of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { REMEDY_SUBJECT } from "../subjects/remedy_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  name: arbitraryText({ min: 1, max: 40 }),
});

for (const { title, run } of propertyTrials(REMEDY_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
