/**
 * What attackers try with remedies.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { REMEDY_SUBJECT } from "../subjects/remedy_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(REMEDY_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
