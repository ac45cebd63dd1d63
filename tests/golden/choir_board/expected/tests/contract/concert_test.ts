/**
 * The API of concerts keeps to all that is declared of it.
 *
 * @module
 */
import { hiddenTrials } from "../../kit/hidden_trials.ts";
import { resourceTrials } from "../../kit/resource_trials.ts";
import { unseenTrials } from "../../kit/unseen_trials.ts";
import { CONCERT_SUBJECT } from "../subjects/concert_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(CONCERT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of hiddenTrials(CONCERT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}

for (const { title, run } of unseenTrials(CONCERT_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
