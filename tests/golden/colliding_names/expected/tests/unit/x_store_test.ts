/**
 * The store of xes alone, reached by its port.
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
import { XStore } from "../../components/x_store.ts";
import type { X } from "../../models/x.ts";

const A_X: X = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  y: "Some y",
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
  const bench = await benchComponent(new XStore("x_store", { database }), {});
  return {
    run: (command: StoreCommand<X>) =>
      bench.request<StoreResult<X>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("XStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new XStore("x_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_X },
        { kind: "get", id: A_X.id },
        { kind: "delete", id: A_X.id, now: A_X.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("XStore returns a x as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_X }), {
    kind: "entity",
    entity: A_X,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_X.id }), {
    kind: "entity",
    entity: A_X,
    version: 1,
  });
});

Deno.test("XStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_X });
  const entity = { ...A_X, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("XStore deletes a x once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_X });
  const command = { kind: "delete", id: A_X.id, now: A_X.updatedAt } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("XStore finds a x by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_X });
  await expectFound((command) => store.run(command), A_X, {
    fields: ["y"],
    texts: ["y"],
  });
});
