/**
 * The API of lines keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { LINE_SUBJECT } from "../subjects/line_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(LINE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
