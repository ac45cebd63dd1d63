/**
 * The API of remedies keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { tenantTrials } from "../../kit/tenant_trials.ts";
import { REMEDY_SUBJECT } from "../subjects/remedy_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(REMEDY_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of tenantTrials(REMEDY_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
