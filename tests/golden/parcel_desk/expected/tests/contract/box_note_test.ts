/**
 * The API of box notes keeps to all that is declared of it.
 *
 * @module
 */
import { resourceTrials } from "../../kit/resource_trials.ts";
import { BOX_NOTE_SUBJECT } from "../subjects/box_note_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of resourceTrials(BOX_NOTE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
