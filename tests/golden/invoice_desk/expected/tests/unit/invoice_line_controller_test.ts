/**
 * The controller of invoice lines alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standalone } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { InvoiceLineController } from "../../components/invoice_line_controller.ts";
import {
  INVOICE_LINE_SPEC,
  type InvoiceLine,
} from "../../models/invoice_line.ts";

const BODY = {
  description: "Some description",
  quantity: 1,
  unitPrice: 9.5,
  taxRate: 9.5,
  invoiceId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<InvoiceLine>(
    standalone(INVOICE_LINE_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new InvoiceLineController("invoice_line_controller", {}),
    {
      store_operation: (command: StoreCommand<InvoiceLine>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<InvoiceLine>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("InvoiceLineController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () => new InvoiceLineController("invoice_line_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<InvoiceLine>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("InvoiceLineController gives a new invoice line its id, times and defaults", async () => {
  await using controller = await start();
  const anInvoiceLine = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as InvoiceLine;
  expectContains(anInvoiceLine, BODY);
  assert.match(anInvoiceLine.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(anInvoiceLine.createdAt, anInvoiceLine.updatedAt);
  assert.deepEqual(anInvoiceLine.discount, 0);
});

Deno.test("InvoiceLineController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("InvoiceLineController computes what follows from other fields", async () => {
  await using controller = await start();
  const body = {
    ...BODY,
    ...{ quantity: 1, unitPrice: 9.5, discount: 0, taxRate: 9.5 },
  };
  const created = expectValue(
    await controller.ask({ operation: "create", body }),
  );
  expectContains(created, {
    amount: 9.5,
    tax: 90.25,
    total: 99.75,
    perPiece: 9.5,
  });
});

Deno.test("InvoiceLineController refuses description blank", async () => {
  await using controller = await start();
  const body = { ...BODY, description: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("InvoiceLineController refuses null where something must be", async () => {
  await using controller = await start();
  for (
    const field of [
      "description",
      "quantity",
      "unitPrice",
      "discount",
      "invoiceId",
    ]
  ) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("InvoiceLineController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new InvoiceLineController("invoice_line_controller", {}),
    {
      store_operation: (command: StoreCommand<InvoiceLine>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<InvoiceLine>>("process_request", request),
  );
});
