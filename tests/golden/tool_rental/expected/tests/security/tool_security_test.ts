/**
 * What attackers try with tools.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { TOOL_SPEC } from "../../models/tool.ts";
import { makeTool, toolBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: TOOL_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: toolBody,
  make: ({ system }) => makeTool(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
