/**
 * The store of stamps alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { StampStore } from "../../components/stamp_store.ts";
import type { Stamp } from "../../models/stamp.ts";

const A_STAMP: Stamp = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  motif: "Some motif",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new StampStore("stamp_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Stamp>) =>
      bench.request<StoreResult<Stamp>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("StampStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new StampStore("stamp_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_STAMP },
        { kind: "get", id: A_STAMP.id },
        { kind: "delete", id: A_STAMP.id, now: A_STAMP.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("StampStore returns a stamp as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_STAMP }), {
    kind: "entity",
    entity: A_STAMP,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_STAMP.id }), {
    kind: "entity",
    entity: A_STAMP,
    version: 1,
  });
});

Deno.test("StampStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_STAMP });
  const entity = { ...A_STAMP, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("StampStore deletes a stamp once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_STAMP });
  const command = {
    kind: "delete",
    id: A_STAMP.id,
    now: A_STAMP.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("StampStore finds a stamp by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_STAMP });
  await expectFound((command) => store.run(command), A_STAMP, {
    fields: ["motif"],
    texts: ["motif"],
  });
});
