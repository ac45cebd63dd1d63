/**
 * What attackers try with orders.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { ORDER_SPEC } from "../../models/order.ts";
import { makeOrder, orderBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: ORDER_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["ship"],
  start: startTestSystem,
  body: orderBody,
  make: ({ system }) => makeOrder(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
