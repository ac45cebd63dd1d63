/**
 * What attackers try with groups.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { GROUP_SPEC } from "../../models/group.ts";
import { groupBody, makeGroup } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: GROUP_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: groupBody,
  make: ({ system }) => makeGroup(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
