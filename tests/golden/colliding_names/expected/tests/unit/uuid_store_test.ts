/**
 * The store of uuids alone, reached by its port.
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
import { UUIDStore } from "../../components/uuid_store.ts";
import type { UUID } from "../../models/uuid.ts";

const A_UUID: UUID = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  function: "Some function",
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
    new UUIDStore("uuid_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<UUID>) =>
      bench.request<StoreResult<UUID>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("UUIDStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new UUIDStore("uuid_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_UUID },
        { kind: "get", id: A_UUID.id },
        { kind: "delete", id: A_UUID.id, now: A_UUID.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("UUIDStore returns an uuid as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_UUID }), {
    kind: "entity",
    entity: A_UUID,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_UUID.id }), {
    kind: "entity",
    entity: A_UUID,
    version: 1,
  });
});

Deno.test("UUIDStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_UUID });
  const entity = { ...A_UUID, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("UUIDStore deletes an uuid once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_UUID });
  const command = {
    kind: "delete",
    id: A_UUID.id,
    now: A_UUID.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("UUIDStore finds an uuid by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_UUID });
  await expectFound((command) => store.run(command), A_UUID, {
    fields: ["function"],
    texts: ["function"],
  });
});
