/**
 * The store of invoice lines alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { InvoiceLineStore } from "../../components/invoice_line_store.ts";
import type { InvoiceLine } from "../../models/invoice_line.ts";

const A_INVOICE_LINE: InvoiceLine = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  description: "Some description",
  quantity: 1,
  unitPrice: 9.5,
  discount: 9.5,
  taxRate: 9.5,
  amount: 9.5,
  tax: 90.25,
  total: 99.75,
  perPiece: 9.5,
  invoiceId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  // The entities it refers to are not there: this test is about the store alone.
  database.exec("PRAGMA foreign_keys = OFF");
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new InvoiceLineStore("invoice_line_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<InvoiceLine>) =>
      bench.request<StoreResult<InvoiceLine>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("InvoiceLineStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new InvoiceLineStore("invoice_line_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_INVOICE_LINE },
          { kind: "get", id: A_INVOICE_LINE.id },
          {
            kind: "delete",
            id: A_INVOICE_LINE.id,
            now: A_INVOICE_LINE.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("InvoiceLineStore returns an invoice line as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_INVOICE_LINE }),
    { kind: "entity", entity: A_INVOICE_LINE, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_INVOICE_LINE.id }), {
    kind: "entity",
    entity: A_INVOICE_LINE,
    version: 1,
  });
});

Deno.test("InvoiceLineStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_INVOICE_LINE });
  const entity = { ...A_INVOICE_LINE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("InvoiceLineStore deletes an invoice line once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_INVOICE_LINE });
  const command = {
    kind: "delete",
    id: A_INVOICE_LINE.id,
    now: A_INVOICE_LINE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("InvoiceLineStore finds an invoice line by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_INVOICE_LINE });
  await expectFound((command) => store.run(command), A_INVOICE_LINE, {
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
    texts: ["description"],
  });
});
