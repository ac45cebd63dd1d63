/**
 * The store of bills alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { BillStore } from "../../components/bill_store.ts";
import type { Bill } from "../../models/bill.ts";

const A_BILL: Bill = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  code: "Some code",
  payer: "Some payer",
  status: "open",
  dueOn: "2030-01-15",
  inner: "Some inner",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new BillStore("bill_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Bill>) =>
      bench.request<StoreResult<Bill>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BillStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new BillStore("bill_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_BILL },
        { kind: "get", id: A_BILL.id },
        { kind: "delete", id: A_BILL.id, now: A_BILL.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("BillStore returns a bill as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BILL }), {
    kind: "entity",
    entity: A_BILL,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BILL.id }), {
    kind: "entity",
    entity: A_BILL,
    version: 1,
  });
});

Deno.test("BillStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BILL });
  const entity = { ...A_BILL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BillStore deletes a bill once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BILL });
  const command = {
    kind: "delete",
    id: A_BILL.id,
    now: A_BILL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BillStore finds a bill by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BILL });
  await expectFound((command) => store.run(command), A_BILL, {
    fields: ["code", "payer", "status", "dueOn", "inner"],
    texts: ["code", "payer", "inner"],
  });
});

Deno.test("BillStore refuses a second code", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BILL });
  const entity: Bill = {
    ...A_BILL,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "code",
  });
});
