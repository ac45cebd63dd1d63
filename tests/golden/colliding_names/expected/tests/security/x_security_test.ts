/**
 * What attackers try with xes.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { X_SPEC } from "../../models/x.ts";
import { makeX, xBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: X_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: xBody,
  make: ({ system }) => makeX(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
