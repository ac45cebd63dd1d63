/**
 * What attackers try with employees.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { EMPLOYEE_SPEC } from "../../models/employee.ts";
import { employeeBody, makeEmployee } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: EMPLOYEE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: employeeBody,
  make: ({ system }) => makeEmployee(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
