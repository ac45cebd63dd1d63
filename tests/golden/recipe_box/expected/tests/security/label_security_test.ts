/**
 * What attackers try with labels.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { LABEL_SUBJECT } from "../subjects/label_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(LABEL_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
