/**
 * What attackers try with colleagues.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { COLLEAGUE_SUBJECT } from "../subjects/colleague_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(COLLEAGUE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
