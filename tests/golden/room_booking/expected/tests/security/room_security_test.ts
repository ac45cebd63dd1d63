/**
 * What attackers try with rooms.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { ROOM_SPEC } from "../../models/room.ts";
import { makeRoom, roomBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: ROOM_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: roomBody,
  make: ({ system }) => makeRoom(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
