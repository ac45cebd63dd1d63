/**
 * What attackers try with tests.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { TEST_SPEC } from "../../models/test.ts";
import { makeTest, testBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: TEST_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: testBody,
  make: ({ system }) => makeTest(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
