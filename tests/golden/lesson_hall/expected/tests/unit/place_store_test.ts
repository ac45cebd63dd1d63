/**
 * The store of places alone, reached by its port.
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
import { PlaceStore } from "../../components/place_store.ts";
import type { Place } from "../../models/place.ts";

const A_PLACE: Place = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
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
    new PlaceStore("place_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Place>) =>
      bench.request<StoreResult<Place>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("PlaceStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new PlaceStore("place_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_PLACE },
        { kind: "get", id: A_PLACE.id },
        { kind: "delete", id: A_PLACE.id, now: A_PLACE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("PlaceStore returns a place as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_PLACE }), {
    kind: "entity",
    entity: A_PLACE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_PLACE.id }), {
    kind: "entity",
    entity: A_PLACE,
    version: 1,
  });
});

Deno.test("PlaceStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PLACE });
  const entity = { ...A_PLACE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("PlaceStore deletes a place once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PLACE });
  const command = {
    kind: "delete",
    id: A_PLACE.id,
    now: A_PLACE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("PlaceStore finds a place by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PLACE });
  await expectFound((command) => store.run(command), A_PLACE, {
    fields: ["name"],
    texts: ["name"],
  });
});
