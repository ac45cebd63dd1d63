/**
 * What attackers try with things.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { THING_SPEC } from "../../models/thing.ts";
import { makeThing, thingBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: THING_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: thingBody,
  make: ({ system }) => makeThing(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
