/**
 * The store of animals alone, reached by its port.
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
import { AnimalStore } from "../../components/animal_store.ts";
import type { Animal } from "../../models/animal.ts";

const A_ANIMAL: Animal = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  chip: "Some chip",
  nickname: "Some nickname",
  kind: "cat",
  state: "well",
  traits: ["Some traits"],
  portrait: null,
  practiceId: "01890a5d-ac96-774b-bcce-b302099a8057",
  keeperId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new AnimalStore("animal_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Animal>) =>
      bench.request<StoreResult<Animal>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("AnimalStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new AnimalStore("animal_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_ANIMAL },
        { kind: "get", id: A_ANIMAL.id },
        { kind: "delete", id: A_ANIMAL.id, now: A_ANIMAL.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("AnimalStore returns an animal as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_ANIMAL }), {
    kind: "entity",
    entity: A_ANIMAL,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_ANIMAL.id }), {
    kind: "entity",
    entity: A_ANIMAL,
    version: 1,
  });
});

Deno.test("AnimalStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL });
  const entity = { ...A_ANIMAL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("AnimalStore deletes an animal once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL });
  const command = {
    kind: "delete",
    id: A_ANIMAL.id,
    now: A_ANIMAL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("AnimalStore finds an animal by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL });
  await expectFound((command) => store.run(command), A_ANIMAL, {
    fields: ["chip", "nickname", "kind", "state", "practiceId", "keeperId"],
    texts: ["chip", "nickname"],
  });
});

Deno.test("AnimalStore refuses a second chip", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL });
  const entity: Animal = {
    ...A_ANIMAL,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "chip",
  });
});

Deno.test("AnimalStore refuses a second animal with the same practiceId and nickname", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANIMAL });
  const entity: Animal = {
    ...A_ANIMAL,
    ...{ chip: "Changed" },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "practiceId",
    fields: ["practiceId", "nickname"],
  });
});
