/**
 * What attackers try with recipes.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { RECIPE_SUBJECT } from "../subjects/recipe_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(RECIPE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
