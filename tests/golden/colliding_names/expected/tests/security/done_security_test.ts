/**
 * What attackers try with dones.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { DONE_SPEC } from "../../models/done.ts";
import { doneBody, makeDone } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: DONE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["finish"],
  start: startTestSystem,
  body: doneBody,
  make: ({ system }) => makeDone(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
