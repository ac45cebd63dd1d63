/**
 * What holds for lessons of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryInteger, arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { LESSON_SUBJECT } from "../subjects/lesson_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  title: arbitraryText({ min: 1, max: 50 }),
  minutes: arbitraryInteger({ min: 1, max: undefined }),
});

for (const { title, run } of propertyTrials(LESSON_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
