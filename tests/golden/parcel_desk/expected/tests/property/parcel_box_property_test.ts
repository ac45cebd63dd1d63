/**
 * What holds for parcel boxes of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import {
  arbitraryDate,
  arbitraryInteger,
  arbitraryText,
} from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { PARCEL_BOX_SUBJECT } from "../subjects/parcel_box_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  boxNumber: arbitraryText({ min: 1, max: 50 }),
  dueOn: fc.option(arbitraryDate()),
  weightGrams: fc.option(arbitraryInteger({ min: 0, max: undefined })),
  gateCode: fc.option(arbitraryText({ min: 0, max: 12 })),
});

for (const { title, run } of propertyTrials(PARCEL_BOX_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
