/**
 * What attackers try with notes.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { NOTE_SPEC } from "../../models/note.ts";
import { makeNote, noteBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: NOTE_SPEC,
  operations: ["list", "get", "create"],
  actions: [],
  start: startTestSystem,
  body: noteBody,
  make: ({ system }) => makeNote(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
