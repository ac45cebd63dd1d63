/**
 * What holds for places of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { PLACE_SUBJECT } from "../subjects/place_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  name: arbitraryText({ min: 1, max: 50 }),
});

for (const { title, run } of propertyTrials(PLACE_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
