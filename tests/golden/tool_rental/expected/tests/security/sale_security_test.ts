/**
 * What attackers try with sales.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { SALE_SPEC } from "../../models/sale.ts";
import { makeSale, saleBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: SALE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["place", "cancel", "credit"],
  start: startTestSystem,
  body: ({ system }) => saleBody(system),
  make: ({ system }) => makeSale(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
