/**
 * The API of topics keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { unseenTrials } from "../../kit/unseen_trials.ts";
import { TOPIC_SUBJECT } from "../subjects/topic_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(TOPIC_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of unseenTrials(TOPIC_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
