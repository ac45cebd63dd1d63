/**
 * The store of doors alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { DoorStore } from "../../components/door_store.ts";
import type { Door } from "../../models/door.ts";

const A_DOOR: Door = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  open: true,
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new DoorStore("door_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Door>) =>
      bench.request<StoreResult<Door>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("DoorStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new DoorStore("door_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_DOOR },
        { kind: "get", id: A_DOOR.id },
        { kind: "delete", id: A_DOOR.id, now: A_DOOR.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("DoorStore returns a door as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_DOOR }), {
    kind: "entity",
    entity: A_DOOR,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_DOOR.id }), {
    kind: "entity",
    entity: A_DOOR,
    version: 1,
  });
});

Deno.test("DoorStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_DOOR });
  const entity = { ...A_DOOR, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("DoorStore deletes a door once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_DOOR });
  const command = {
    kind: "delete",
    id: A_DOOR.id,
    now: A_DOOR.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("DoorStore finds a door by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_DOOR });
  await expectFound((command) => store.run(command), A_DOOR, {
    fields: ["open"],
  });
});
