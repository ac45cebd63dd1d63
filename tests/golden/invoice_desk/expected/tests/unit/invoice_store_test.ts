/**
 * The store of invoices alone, reached by its port.
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
import { InvoiceStore } from "../../components/invoice_store.ts";
import type { Invoice } from "../../models/invoice.ts";

const A_INVOICE: Invoice = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  number: "Some number",
  status: "draft",
  sentAt: "2030-01-15T09:30:00.000Z",
  accessCode: "Some access code",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new InvoiceStore("invoice_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Invoice>) =>
      bench.request<StoreResult<Invoice>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("InvoiceStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new InvoiceStore("invoice_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_INVOICE },
        { kind: "get", id: A_INVOICE.id },
        { kind: "delete", id: A_INVOICE.id, now: A_INVOICE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("InvoiceStore returns an invoice as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_INVOICE }), {
    kind: "entity",
    entity: A_INVOICE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_INVOICE.id }), {
    kind: "entity",
    entity: A_INVOICE,
    version: 1,
  });
});

Deno.test("InvoiceStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_INVOICE });
  const entity = { ...A_INVOICE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("InvoiceStore deletes an invoice once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_INVOICE });
  const command = {
    kind: "delete",
    id: A_INVOICE.id,
    now: A_INVOICE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("InvoiceStore finds an invoice by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_INVOICE });
  await expectFound((command) => store.run(command), A_INVOICE, {
    fields: ["number", "status", "sentAt", "accessCode"],
    texts: ["number"],
  });
});
