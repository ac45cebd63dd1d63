/**
 * The API of recipes keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { RECIPE_SUBJECT } from "../subjects/recipe_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(RECIPE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
