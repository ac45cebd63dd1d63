/**
 * The API of practices keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { tenantTrials } from "../../kit/tenant_trials.ts";
import { PRACTICE_SUBJECT } from "../subjects/practice_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(PRACTICE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of tenantTrials(PRACTICE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
