/**
 * What attackers try with clients.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { CLIENT_SPEC } from "../../models/client.ts";
import { clientBody, makeClient } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: CLIENT_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: clientBody,
  make: ({ system }) => makeClient(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
