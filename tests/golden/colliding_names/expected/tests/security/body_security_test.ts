/**
 * What attackers try with bodies.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { BODY_SPEC } from "../../models/body.ts";
import { bodyBody, makeBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: BODY_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: bodyBody,
  make: ({ system }) => makeBody(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
