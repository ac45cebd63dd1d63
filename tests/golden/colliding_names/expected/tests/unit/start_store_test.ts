/**
 * The store of starts alone, reached by its port.
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
import { StartStore } from "../../components/start_store.ts";
import type { Start } from "../../models/start.ts";

const A_START: Start = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  d: 0.5,
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
    new StartStore("start_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Start>) =>
      bench.request<StoreResult<Start>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("StartStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new StartStore("start_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_START },
        { kind: "get", id: A_START.id },
        { kind: "delete", id: A_START.id, now: A_START.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("StartStore returns a start as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_START }), {
    kind: "entity",
    entity: A_START,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_START.id }), {
    kind: "entity",
    entity: A_START,
    version: 1,
  });
});

Deno.test("StartStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_START });
  const entity = { ...A_START, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("StartStore deletes a start once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_START });
  const command = {
    kind: "delete",
    id: A_START.id,
    now: A_START.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("StartStore finds a start by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_START });
  await expectFound((command) => store.run(command), A_START, {
    fields: ["d"],
  });
});

Deno.test("StartStore refuses a second d", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_START });
  const entity: Start = {
    ...A_START,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "d",
  });
});
