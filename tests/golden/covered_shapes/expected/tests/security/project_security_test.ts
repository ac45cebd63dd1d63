/**
 * What attackers try with projects.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { PROJECT_SPEC } from "../../models/project.ts";
import { makeProject, projectBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: PROJECT_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: projectBody,
  make: ({ system }) => makeProject(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
