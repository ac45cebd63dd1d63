/**
 * What holds for animals of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { ANIMAL_SUBJECT } from "../subjects/animal_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  chip: arbitraryText({ min: 1, max: 20 }),
  nickname: arbitraryText({ min: 1, max: 40 }),
  kind: fc.constantFrom(...["cat", "dog", "horse"]),
  traits: fc.array(arbitraryText({ min: 0, max: 50 }), { maxLength: 5 }),
});

for (const { title, run } of propertyTrials(ANIMAL_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
