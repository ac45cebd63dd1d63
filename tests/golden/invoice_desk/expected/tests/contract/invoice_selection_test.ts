/**
 * Reads of invoices that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeInvoice, makeInvoiceLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /invoices answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeInvoice(test.system);
  await expectSelection({
    client: test.client,
    path: "/invoices",
    id,
    fields: ["number", "status", "sentAt"],
    hidden: ["accessCode"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /invoices includes invoiceLines", async () => {
  await using test = await startTestSystem();
  const { id } = await makeInvoice(test.system);
  await makeInvoiceLine(test.system, { invoiceId: id });
  await makeInvoiceLine(test.system, { invoiceId: id });
  await expectInclude({
    path: "/invoices",
    name: "invoiceLines",
    kind: "many",
    others: "/invoice-lines",
    field: "invoiceId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /invoices costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/invoices?limit=50&include=invoiceLines"),
    make: async () => {
      const { id } = await makeInvoice(test.system);
      await makeInvoiceLine(test.system, { invoiceId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
