/**
 * What attackers try with receipts.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { RECEIPT_SPEC } from "../../models/receipt.ts";
import { makeReceipt, receiptBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: RECEIPT_SPEC,
  operations: ["create"],
  actions: [],
  start: startTestSystem,
  body: ({ system }) => receiptBody(system),
  make: ({ system }) => makeReceipt(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
