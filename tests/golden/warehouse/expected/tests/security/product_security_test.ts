/**
 * What attackers try with products.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { PRODUCT_SPEC } from "../../models/product.ts";
import { makeProduct, productBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: PRODUCT_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["withdraw"],
  start: startTestSystem,
  body: ({ system }) => productBody(system),
  make: ({ system }) => makeProduct(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
