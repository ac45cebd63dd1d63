/**
 * What attackers try with uuids.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { UUID_SPEC } from "../../models/uuid.ts";
import { makeUUID, uuidBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: UUID_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: uuidBody,
  make: ({ system }) => makeUUID(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
