/**
 * What attackers try with asserts.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { ASSERT_SPEC } from "../../models/assert.ts";
import { assertBody, makeAssert } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: ASSERT_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: assertBody,
  make: ({ system }) => makeAssert(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
