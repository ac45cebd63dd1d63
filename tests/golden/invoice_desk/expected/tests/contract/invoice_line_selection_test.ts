/**
 * Reads of invoice lines that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeInvoiceLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /invoice-lines answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeInvoiceLine(test.system);
  await expectSelection({
    client: test.client,
    path: "/invoice-lines",
    id,
    fields: [
      "description",
      "quantity",
      "unitPrice",
      "discount",
      "taxRate",
      "amount",
      "tax",
      "total",
      "perPiece",
      "invoiceId",
    ],
    reads: ["get", "list"],
  });
});

Deno.test("GET /invoice-lines includes invoice", async () => {
  await using test = await startTestSystem();
  const { id } = await makeInvoiceLine(test.system);
  await expectInclude({
    path: "/invoice-lines",
    name: "invoice",
    kind: "one",
    others: "/invoices",
    field: "invoiceId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /invoice-lines costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/invoice-lines?limit=50&include=invoice"),
    make: async () => {
      await makeInvoiceLine(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
