/**
 * What attackers try with controllers.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { CONTROLLER_SPEC } from "../../models/controller.ts";
import { controllerBody, makeController } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: CONTROLLER_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: controllerBody,
  make: ({ system }) => makeController(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
