/**
 * The store of badges alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standIn } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { BadgeStore } from "../../components/badge_store.ts";
import type { Badge } from "../../models/badge.ts";

const A_BADGE: Badge = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  color: "red",
  employeeId: "01890a5d-ac96-774b-bcce-b302099a8057",
  replacesId: null,
};

/** Opens an empty database. */
function openDatabase() {
  const database = new MemoryDatabase();
  standIn(database, "employees", A_BADGE.employeeId);
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new BadgeStore("badge_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Badge>) =>
      bench.request<StoreResult<Badge>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BadgeStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new BadgeStore("badge_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_BADGE },
        { kind: "get", id: A_BADGE.id },
        { kind: "delete", id: A_BADGE.id, now: A_BADGE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("BadgeStore returns a badge as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BADGE }), {
    kind: "entity",
    entity: A_BADGE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BADGE.id }), {
    kind: "entity",
    entity: A_BADGE,
    version: 1,
  });
});

Deno.test("BadgeStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BADGE });
  const entity = { ...A_BADGE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BadgeStore deletes a badge once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BADGE });
  const command = {
    kind: "delete",
    id: A_BADGE.id,
    now: A_BADGE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BadgeStore finds a badge by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BADGE });
  await expectFound((command) => store.run(command), A_BADGE, {
    fields: ["color", "employeeId"],
  });
});
