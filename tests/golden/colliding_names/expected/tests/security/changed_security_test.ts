/**
 * What attackers try with changeds.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { CHANGED_SPEC } from "../../models/changed.ts";
import { changedBody, makeChanged } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: CHANGED_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: changedBody,
  make: ({ system }) => makeChanged(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
