/**
 * What holds for recipes of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { RECIPE_SUBJECT } from "../subjects/recipe_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  name: arbitraryText({ min: 1, max: 50 }),
  steps: fc.option(arbitraryText({ min: 0, max: 50 })),
});

for (const { title, run } of propertyTrials(RECIPE_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
