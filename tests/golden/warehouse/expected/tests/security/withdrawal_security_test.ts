/**
 * What attackers try with withdrawals.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { WITHDRAWAL_SPEC } from "../../models/withdrawal.ts";
import { makeWithdrawal, withdrawalBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: WITHDRAWAL_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["take"],
  start: startTestSystem,
  body: ({ system }) => withdrawalBody(system),
  make: ({ system }) => makeWithdrawal(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
