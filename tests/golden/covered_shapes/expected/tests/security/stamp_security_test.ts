/**
 * What attackers try with stamps.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { STAMP_SPEC } from "../../models/stamp.ts";
import { makeStamp, stampBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: STAMP_SPEC,
  operations: ["get", "patch"],
  actions: [],
  start: startTestSystem,
  body: stampBody,
  make: ({ system }) => makeStamp(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
