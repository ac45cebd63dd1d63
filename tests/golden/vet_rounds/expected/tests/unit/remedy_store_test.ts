/**
 * The store of remedies alone, reached by its port.
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
import { RemedyStore } from "../../components/remedy_store.ts";
import type { Remedy } from "../../models/remedy.ts";

const A_REMEDY: Remedy = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  practiceId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new RemedyStore("remedy_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Remedy>) =>
      bench.request<StoreResult<Remedy>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("RemedyStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new RemedyStore("remedy_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_REMEDY },
        { kind: "get", id: A_REMEDY.id },
        { kind: "delete", id: A_REMEDY.id, now: A_REMEDY.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("RemedyStore returns a remedy as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_REMEDY }), {
    kind: "entity",
    entity: A_REMEDY,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_REMEDY.id }), {
    kind: "entity",
    entity: A_REMEDY,
    version: 1,
  });
});

Deno.test("RemedyStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_REMEDY });
  const entity = { ...A_REMEDY, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("RemedyStore deletes a remedy once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_REMEDY });
  const command = {
    kind: "delete",
    id: A_REMEDY.id,
    now: A_REMEDY.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("RemedyStore finds a remedy by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_REMEDY });
  await expectFound((command) => store.run(command), A_REMEDY, {
    fields: ["name", "practiceId"],
    texts: ["name"],
  });
});

Deno.test("RemedyStore refuses a second name", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_REMEDY });
  const entity: Remedy = {
    ...A_REMEDY,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "name",
  });
});
