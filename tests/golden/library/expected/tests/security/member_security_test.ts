/**
 * What attackers try with members.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { MEMBER_SPEC } from "../../models/member.ts";
import { makeMember, memberBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: MEMBER_SPEC,
  operations: ["list", "get", "create", "replace", "patch"],
  actions: [],
  start: startTestSystem,
  body: memberBody,
  make: ({ system }) => makeMember(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
