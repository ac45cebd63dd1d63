/**
 * What holds for colleagues of every kind, not only for the examples.
 *
 * @module
 */
import { propertyTrials } from "../../kit/resource_property_trials.ts";
import { COLLEAGUE_SUBJECT } from "../subjects/colleague_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of propertyTrials(COLLEAGUE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
