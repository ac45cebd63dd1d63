/**
 * What attackers try with tips.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { TIP_SPEC } from "../../models/tip.ts";
import { makeTip, tipBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: TIP_SPEC,
  operations: ["list", "get", "create", "delete"],
  actions: [],
  start: startTestSystem,
  body: tipBody,
  make: ({ system }) => makeTip(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
