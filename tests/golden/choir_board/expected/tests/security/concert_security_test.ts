/**
 * What attackers try with concerts.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { CONCERT_SUBJECT } from "../subjects/concert_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(CONCERT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
