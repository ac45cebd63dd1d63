/**
 * What attackers try with places.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { PLACE_SUBJECT } from "../subjects/place_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(PLACE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
