/**
 * What attackers try with lines.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { LINE_SUBJECT } from "../subjects/line_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(LINE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
