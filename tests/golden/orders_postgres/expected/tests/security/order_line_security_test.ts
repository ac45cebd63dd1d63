/**
 * What attackers try with order lines.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { ORDER_LINE_SPEC } from "../../models/order_line.ts";
import { makeOrderLine, orderLineBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: ORDER_LINE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: ({ system }) => orderLineBody(system),
  make: ({ system }) => makeOrderLine(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
