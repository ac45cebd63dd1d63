/**
 * What holds for bills of every kind, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import { arbitraryDate, arbitraryText } from "../../kit/arbitraries.ts";
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { BILL_SUBJECT } from "../subjects/bill_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

/** Valid bodies, in the names that the model has for fields; references are added. */
const BODIES = fc.record({
  code: arbitraryText({ min: 1, max: 20 }),
  payer: arbitraryText({ min: 1, max: 50 }),
  status: fc.constantFrom(...["open", "paid"]),
  dueOn: fc.option(arbitraryDate()),
  inner: fc.option(arbitraryText({ min: 0, max: 40 })),
});

for (const { title, run } of propertyTrials(BILL_SUBJECT, BODIES)) {
  Deno.test(title, () => run(startTrialSystem));
}
