/**
 * What holds for concerts of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryDate, arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { CONCERT_SUBJECT } from "../subjects/concert_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  code: arbitraryText({ min: 1, max: 20 }),
  title: arbitraryText({ min: 1, max: 50 }),
  startsOn: fc.option(arbitraryDate()),
  state: fc.constantFrom(...["planned", "announced", "over"]),
  program: fc.option(arbitraryText({ min: 0, max: 50 })),
  doorCode: fc.option(arbitraryText({ min: 0, max: 12 })),
});

for (const { title, run } of propertyTrials(CONCERT_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
