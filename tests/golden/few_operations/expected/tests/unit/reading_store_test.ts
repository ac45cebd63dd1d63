/**
 * The store of readings alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { ReadingStore } from "../../components/reading_store.ts";
import type { Reading } from "../../models/reading.ts";

const A_READING: Reading = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  value: 1,
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new ReadingStore("reading_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Reading>) =>
      bench.request<StoreResult<Reading>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ReadingStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ReadingStore("reading_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_READING },
        { kind: "get", id: A_READING.id },
        { kind: "delete", id: A_READING.id, now: A_READING.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ReadingStore returns a reading as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_READING }), {
    kind: "entity",
    entity: A_READING,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_READING.id }), {
    kind: "entity",
    entity: A_READING,
    version: 1,
  });
});

Deno.test("ReadingStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READING });
  const entity = { ...A_READING, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ReadingStore deletes a reading once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READING });
  const command = {
    kind: "delete",
    id: A_READING.id,
    now: A_READING.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ReadingStore finds a reading by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READING });
  await expectFound((command) => store.run(command), A_READING, {
    fields: ["value"],
  });
});
