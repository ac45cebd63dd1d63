/**
 * What attackers try with events.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { EVENT_SPEC } from "../../models/event.ts";
import { eventBody, makeEvent } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: EVENT_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["open", "end"],
  start: startTestSystem,
  body: eventBody,
  make: ({ system }) => makeEvent(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
