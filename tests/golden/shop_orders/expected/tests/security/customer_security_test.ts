/**
 * What attackers try with customers.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { CUSTOMER_SPEC } from "../../models/customer.ts";
import { customerBody, makeCustomer } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: CUSTOMER_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: customerBody,
  make: ({ system }) => makeCustomer(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
