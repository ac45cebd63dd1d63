/**
 * What attackers try with notes.
 *
 * @module
 */
import { hostileResourceTrials } from "../../kit/resource_hostile_trials.ts";
import { NOTE_SUBJECT } from "../subjects/note_subject.ts";
import { startTrialSystem } from "../trial_system.ts";

for (const { title, run } of hostileResourceTrials(NOTE_SUBJECT)) {
  Deno.test(title, () => run(startTrialSystem));
}
