/**
 * What attackers try with visits.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { VISIT_SUBJECT } from "../subjects/visit_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(VISIT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
