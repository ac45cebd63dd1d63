/**
 * What holds for seat requests of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryInteger } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { SEAT_REQUEST_SUBJECT } from "../subjects/seat_request_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  seats: arbitraryInteger({ min: 1, max: 9 }),
  status: fc.constantFrom(...["asked", "granted"]),
});

for (const { title, run } of propertyTrials(SEAT_REQUEST_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
