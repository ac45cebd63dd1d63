/**
 * The store of apis alone, reached by its port.
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
import { APIStore } from "../../components/api_store.ts";
import type { API } from "../../models/api.ts";

const A_API: API = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  n: "Some n",
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
    new APIStore("api_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<API>) =>
      bench.request<StoreResult<API>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("APIStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new APIStore("api_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_API },
        { kind: "get", id: A_API.id },
        { kind: "delete", id: A_API.id, now: A_API.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("APIStore returns an api as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_API }), {
    kind: "entity",
    entity: A_API,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_API.id }), {
    kind: "entity",
    entity: A_API,
    version: 1,
  });
});

Deno.test("APIStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_API });
  const entity = { ...A_API, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("APIStore deletes an api once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_API });
  const command = {
    kind: "delete",
    id: A_API.id,
    now: A_API.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("APIStore finds an api by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_API });
  await expectFound((command) => store.run(command), A_API, {
    fields: ["n"],
    texts: ["n"],
  });
});
