/**
 * The API of colleagues keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { tenantTrials } from "../../kit/tenant_trials.ts";
import { COLLEAGUE_SUBJECT } from "../subjects/colleague_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(COLLEAGUE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of tenantTrials(COLLEAGUE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
