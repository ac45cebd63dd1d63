/**
 * The API of visits keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { restorationTrials } from "../../kit/restoration_trials.ts";
import { tenantTrials } from "../../kit/tenant_trials.ts";
import { VISIT_SUBJECT } from "../subjects/visit_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(VISIT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of tenantTrials(VISIT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of restorationTrials(VISIT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
