/**
 * What holds for books of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { BOOK_SUBJECT } from "../subjects/book_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  title: arbitraryText({ min: 1, max: 50 }),
  about: fc.option(arbitraryText({ min: 0, max: 50 })),
  tags: fc.array(arbitraryText({ min: 0, max: 50 }), { maxLength: 5 }),
});

for (const { title, run } of propertyTrials(BOOK_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
