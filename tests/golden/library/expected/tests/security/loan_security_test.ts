/**
 * What attackers try with loans.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { LOAN_SPEC } from "../../models/loan.ts";
import { loanBody, makeLoan } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: LOAN_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["return"],
  start: startTestSystem,
  body: ({ system }) => loanBody(system),
  make: ({ system }) => makeLoan(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
