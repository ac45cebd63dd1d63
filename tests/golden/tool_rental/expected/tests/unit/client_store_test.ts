/**
 * The store of clients alone, reached by its port.
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
import { ClientStore } from "../../components/client_store.ts";
import type { Client } from "../../models/client.ts";

const A_CLIENT: Client = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  credit: 9.5,
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
    new ClientStore("client_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Client>) =>
      bench.request<StoreResult<Client>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ClientStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ClientStore("client_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_CLIENT },
        { kind: "get", id: A_CLIENT.id },
        { kind: "delete", id: A_CLIENT.id, now: A_CLIENT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ClientStore returns a client as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_CLIENT }), {
    kind: "entity",
    entity: A_CLIENT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_CLIENT.id }), {
    kind: "entity",
    entity: A_CLIENT,
    version: 1,
  });
});

Deno.test("ClientStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CLIENT });
  const entity = { ...A_CLIENT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ClientStore deletes a client once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CLIENT });
  const command = {
    kind: "delete",
    id: A_CLIENT.id,
    now: A_CLIENT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ClientStore finds a client by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CLIENT });
  await expectFound((command) => store.run(command), A_CLIENT, {
    fields: ["name", "credit"],
    texts: ["name"],
  });
});
