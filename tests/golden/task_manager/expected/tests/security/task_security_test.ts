/**
 * What attackers try with tasks.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { TASK_SPEC } from "../../models/task.ts";
import { makeTask, taskBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: TASK_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["complete"],
  start: startTestSystem,
  body: taskBody,
  make: ({ system }) => makeTask(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
