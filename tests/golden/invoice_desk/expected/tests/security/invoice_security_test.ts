/**
 * What attackers try with invoices.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { INVOICE_SPEC } from "../../models/invoice.ts";
import { invoiceBody, makeInvoice } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: INVOICE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["send", "pay"],
  start: startTestSystem,
  body: invoiceBody,
  make: ({ system }) => makeInvoice(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
