/**
 * What attackers try with notebooks.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { NOTEBOOK_SPEC } from "../../models/notebook.ts";
import { makeNotebook, notebookBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: NOTEBOOK_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: notebookBody,
  make: ({ system }) => makeNotebook(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
