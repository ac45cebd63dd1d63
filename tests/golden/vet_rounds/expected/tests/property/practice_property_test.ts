/**
 * What holds for practices of every kind, not only for the examples.
 *
 * @module
 */
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { PRACTICE_SUBJECT } from "../subjects/practice_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of propertyTrials(PRACTICE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
