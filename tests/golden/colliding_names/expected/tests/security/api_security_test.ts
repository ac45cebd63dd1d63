/**
 * What attackers try with apis.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { API_SPEC } from "../../models/api.ts";
import { apiBody, makeAPI } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: API_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: apiBody,
  make: ({ system }) => makeAPI(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
