/**
 * The store of rooms alone, reached by its port.
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
import { RoomStore } from "../../components/room_store.ts";
import type { Room } from "../../models/room.ts";

const A_ROOM: Room = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  building: "Some building",
  number: 1,
  kind: "office",
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
    new RoomStore("room_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Room>) =>
      bench.request<StoreResult<Room>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("RoomStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new RoomStore("room_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_ROOM },
        { kind: "get", id: A_ROOM.id },
        { kind: "delete", id: A_ROOM.id, now: A_ROOM.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("RoomStore returns a room as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_ROOM }), {
    kind: "entity",
    entity: A_ROOM,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_ROOM.id }), {
    kind: "entity",
    entity: A_ROOM,
    version: 1,
  });
});

Deno.test("RoomStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ROOM });
  const entity = { ...A_ROOM, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("RoomStore deletes a room once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ROOM });
  const command = {
    kind: "delete",
    id: A_ROOM.id,
    now: A_ROOM.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("RoomStore finds a room by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ROOM });
  await expectFound((command) => store.run(command), A_ROOM, {
    fields: ["building", "number", "kind"],
    texts: ["building"],
  });
});

Deno.test("RoomStore refuses a second room with the same building and number", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ROOM });
  const entity: Room = {
    ...A_ROOM,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "building",
    fields: ["building", "number"],
  });
});
