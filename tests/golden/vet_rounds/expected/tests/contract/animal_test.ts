/**
 * The API of animals keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { tenantTrials } from "../../kit/tenant_trials.ts";
import { ANIMAL_SUBJECT } from "../subjects/animal_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(ANIMAL_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of tenantTrials(ANIMAL_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
