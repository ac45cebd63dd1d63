/**
 * What attackers try with starts.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { START_SPEC } from "../../models/start.ts";
import { makeStart, startBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: START_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: startBody,
  make: ({ system }) => makeStart(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
