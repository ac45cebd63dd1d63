/**
 * What attackers try with readings.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { READING_SPEC } from "../../models/reading.ts";
import { makeReading, readingBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: READING_SPEC,
  operations: ["list"],
  actions: [],
  start: startTestSystem,
  body: readingBody,
  make: ({ system }) => makeReading(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
