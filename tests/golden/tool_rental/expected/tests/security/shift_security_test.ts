/**
 * What attackers try with shifts.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { SHIFT_SPEC } from "../../models/shift.ts";
import { makeShift, shiftBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: SHIFT_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: shiftBody,
  make: ({ system }) => makeShift(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
