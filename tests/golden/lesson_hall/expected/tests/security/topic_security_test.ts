/**
 * What attackers try with topics.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { TOPIC_SUBJECT } from "../subjects/topic_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(TOPIC_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
