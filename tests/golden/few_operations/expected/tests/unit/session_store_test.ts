/**
 * The store of sessions alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { SessionStore } from "../../components/session_store.ts";
import type { Session } from "../../models/session.ts";

const A_SESSION: Session = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  token: "Some token",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new SessionStore("session_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Session>) =>
      bench.request<StoreResult<Session>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("SessionStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new SessionStore("session_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_SESSION },
        { kind: "get", id: A_SESSION.id },
        { kind: "delete", id: A_SESSION.id, now: A_SESSION.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("SessionStore returns a session as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_SESSION }), {
    kind: "entity",
    entity: A_SESSION,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_SESSION.id }), {
    kind: "entity",
    entity: A_SESSION,
    version: 1,
  });
});

Deno.test("SessionStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SESSION });
  const entity = { ...A_SESSION, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("SessionStore deletes a session once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SESSION });
  const command = {
    kind: "delete",
    id: A_SESSION.id,
    now: A_SESSION.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("SessionStore finds a session by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SESSION });
  await expectFound((command) => store.run(command), A_SESSION, {
    fields: ["token"],
    texts: ["token"],
  });
});
