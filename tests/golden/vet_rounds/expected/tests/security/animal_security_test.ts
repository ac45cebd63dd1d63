/**
 * What attackers try with animals.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { ANIMAL_SUBJECT } from "../subjects/animal_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(ANIMAL_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
