/**
 * What attackers try with maps.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { MAP_SPEC } from "../../models/map.ts";
import { makeMap, mapBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: MAP_SPEC,
  operations: ["list", "get", "create"],
  actions: [],
  start: startTestSystem,
  body: mapBody,
  make: ({ system }) => makeMap(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
