/**
 * What holds for lines of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import {
  arbitraryDecimal,
  arbitraryInteger,
  arbitraryText,
} from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { LINE_SUBJECT } from "../subjects/line_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  text: arbitraryText({ min: 1, max: 50 }),
  amount: arbitraryDecimal(2, { min: 0, max: undefined }),
  pieces: arbitraryInteger({ min: 1, max: undefined }),
});

for (const { title, run } of propertyTrials(LINE_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
