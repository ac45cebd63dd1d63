/**
 * What attackers try with doors.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { DOOR_SPEC } from "../../models/door.ts";
import { doorBody, makeDoor } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: DOOR_SPEC,
  operations: [],
  actions: ["open"],
  start: startTestSystem,
  body: doorBody,
  make: ({ system }) => makeDoor(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
