/**
 * The store of dones alone, reached by its port.
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
import { DoneStore } from "../../components/done_store.ts";
import type { Done } from "../../models/done.ts";

const A_DONE: Done = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  status: "a",
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
    new DoneStore("done_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Done>) =>
      bench.request<StoreResult<Done>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("DoneStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new DoneStore("done_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_DONE },
        { kind: "get", id: A_DONE.id },
        { kind: "delete", id: A_DONE.id, now: A_DONE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("DoneStore returns a done as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_DONE }), {
    kind: "entity",
    entity: A_DONE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_DONE.id }), {
    kind: "entity",
    entity: A_DONE,
    version: 1,
  });
});

Deno.test("DoneStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_DONE });
  const entity = { ...A_DONE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("DoneStore deletes a done once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_DONE });
  const command = {
    kind: "delete",
    id: A_DONE.id,
    now: A_DONE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("DoneStore finds a done by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_DONE });
  await expectFound((command) => store.run(command), A_DONE, {
    fields: ["status"],
  });
});
