/**
 * What attackers try with box notes.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { BOX_NOTE_SUBJECT } from "../subjects/box_note_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(BOX_NOTE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
