/**
 * What attackers try with invoice lines.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { INVOICE_LINE_SPEC } from "../../models/invoice_line.ts";
import { invoiceLineBody, makeInvoiceLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: INVOICE_LINE_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: [],
  start: startTestSystem,
  body: ({ system }) => invoiceLineBody(system),
  make: ({ system }) => makeInvoiceLine(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
