/**
 * What attackers try with suppliers.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { SUPPLIER_SPEC } from "../../models/supplier.ts";
import { makeSupplier, supplierBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: SUPPLIER_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: supplierBody,
  make: ({ system }) => makeSupplier(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
