/**
 * The store of animal watches alone, reached by its port.
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
import { AnimalWatchStore } from "../../components/animal_watch_store.ts";
import type { AnimalWatch } from "../../models/animal_watch.ts";

const A_ANIMAL_WATCH: AnimalWatch = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  userId: "01890a5d-ac96-774b-bcce-b302099a8057",
  animalId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new AnimalWatchStore("animal_watch_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<AnimalWatch>) =>
      bench.request<StoreResult<AnimalWatch>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("AnimalWatchStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new AnimalWatchStore("animal_watch_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_ANIMAL_WATCH },
          { kind: "get", id: A_ANIMAL_WATCH.id },
          {
            kind: "delete",
            id: A_ANIMAL_WATCH.id,
            now: A_ANIMAL_WATCH.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("AnimalWatchStore returns an animal watch as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_ANIMAL_WATCH }),
    { kind: "entity", entity: A_ANIMAL_WATCH, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_ANIMAL_WATCH.id }), {
    kind: "entity",
    entity: A_ANIMAL_WATCH,
    version: 1,
  });
});

Deno.test("AnimalWatchStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL_WATCH });
  const entity = { ...A_ANIMAL_WATCH, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("AnimalWatchStore deletes an animal watch once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL_WATCH });
  const command = {
    kind: "delete",
    id: A_ANIMAL_WATCH.id,
    now: A_ANIMAL_WATCH.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("AnimalWatchStore finds an animal watch by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL_WATCH });
  await expectFound((command) => store.run(command), A_ANIMAL_WATCH, {
    fields: ["userId", "animalId"],
  });
});

Deno.test("AnimalWatchStore refuses a second animal watch with the same userId and animalId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL_WATCH });
  const entity: AnimalWatch = {
    ...A_ANIMAL_WATCH,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "userId",
    fields: ["userId", "animalId"],
  });
});
