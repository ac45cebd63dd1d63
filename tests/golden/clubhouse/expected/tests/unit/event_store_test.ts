/**
 * The store of events alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { EventStore } from "../../components/event_store.ts";
import type { EventEntity } from "../../models/event.ts";

const A_EVENT: EventEntity = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  state: "planned",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new EventStore("event_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<EventEntity>) =>
      bench.request<StoreResult<EventEntity>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("EventStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new EventStore("event_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_EVENT },
        { kind: "get", id: A_EVENT.id },
        { kind: "delete", id: A_EVENT.id, now: A_EVENT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("EventStore returns an event as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_EVENT }), {
    kind: "entity",
    entity: A_EVENT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_EVENT.id }), {
    kind: "entity",
    entity: A_EVENT,
    version: 1,
  });
});

Deno.test("EventStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_EVENT });
  const entity = { ...A_EVENT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("EventStore deletes an event once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_EVENT });
  const command = {
    kind: "delete",
    id: A_EVENT.id,
    now: A_EVENT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("EventStore finds an event by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_EVENT });
  await expectFound((command) => store.run(command), A_EVENT, {
    fields: ["title", "state"],
    texts: ["title"],
  });
});
