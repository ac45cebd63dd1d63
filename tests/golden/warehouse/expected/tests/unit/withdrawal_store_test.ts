/**
 * The store of withdrawals alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { EntityCaches } from "../../kit/entity_caches.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { WithdrawalStore } from "../../components/withdrawal_store.ts";
import type { Withdrawal } from "../../models/withdrawal.ts";

const A_WITHDRAWAL: Withdrawal = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  quantity: 1,
  status: "planned",
  productId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new WithdrawalStore("withdrawal_store", {
      database,
      caches: new EntityCaches(),
    }),
    {},
  );
  return {
    run: (command: StoreCommand<Withdrawal>) =>
      bench.request<StoreResult<Withdrawal>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("WithdrawalStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () =>
      new WithdrawalStore("withdrawal_store", {
        database,
        caches: new EntityCaches(),
      }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_WITHDRAWAL },
          { kind: "get", id: A_WITHDRAWAL.id },
          { kind: "delete", id: A_WITHDRAWAL.id, now: A_WITHDRAWAL.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("WithdrawalStore returns a withdrawal as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_WITHDRAWAL }), {
    kind: "entity",
    entity: A_WITHDRAWAL,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_WITHDRAWAL.id }), {
    kind: "entity",
    entity: A_WITHDRAWAL,
    version: 1,
  });
});

Deno.test("WithdrawalStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_WITHDRAWAL });
  const entity = { ...A_WITHDRAWAL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("WithdrawalStore deletes a withdrawal once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_WITHDRAWAL });
  const command = {
    kind: "delete",
    id: A_WITHDRAWAL.id,
    now: A_WITHDRAWAL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("WithdrawalStore finds a withdrawal by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_WITHDRAWAL });
  await expectFound((command) => store.run(command), A_WITHDRAWAL, {
    fields: ["quantity", "status", "productId"],
  });
});
