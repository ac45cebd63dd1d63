/**
 * The store of bodies alone, reached by its port.
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
import { BodyStore } from "../../components/body_store.ts";
import type { Body } from "../../models/body.ts";

const A_BODY: Body = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  enabled: true,
  name: "Some name",
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
    new BodyStore("body_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Body>) =>
      bench.request<StoreResult<Body>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BodyStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new BodyStore("body_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_BODY },
        { kind: "get", id: A_BODY.id },
        { kind: "delete", id: A_BODY.id, now: A_BODY.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("BodyStore returns a body as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BODY }), {
    kind: "entity",
    entity: A_BODY,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BODY.id }), {
    kind: "entity",
    entity: A_BODY,
    version: 1,
  });
});

Deno.test("BodyStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BODY });
  const entity = { ...A_BODY, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BodyStore deletes a body once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BODY });
  const command = {
    kind: "delete",
    id: A_BODY.id,
    now: A_BODY.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BodyStore finds a body by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BODY });
  await expectFound((command) => store.run(command), A_BODY, {
    fields: ["enabled", "name"],
    texts: ["name"],
  });
});
