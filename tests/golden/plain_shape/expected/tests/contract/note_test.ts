/**
 * The API of notes keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { NOTE_SUBJECT } from "../subjects/note_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(NOTE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
