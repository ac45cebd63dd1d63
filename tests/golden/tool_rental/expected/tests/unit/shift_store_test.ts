/**
 * The store of shifts alone, reached by its port.
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
import { ShiftStore } from "../../components/shift_store.ts";
import type { Shift } from "../../models/shift.ts";

const A_SHIFT: Shift = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  firstDay: "2030-01-15",
  freeDay: "2030-01-16",
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
    new ShiftStore("shift_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Shift>) =>
      bench.request<StoreResult<Shift>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ShiftStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ShiftStore("shift_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_SHIFT },
        { kind: "get", id: A_SHIFT.id },
        { kind: "delete", id: A_SHIFT.id, now: A_SHIFT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ShiftStore returns a shift as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_SHIFT }), {
    kind: "entity",
    entity: A_SHIFT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_SHIFT.id }), {
    kind: "entity",
    entity: A_SHIFT,
    version: 1,
  });
});

Deno.test("ShiftStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SHIFT });
  const entity = { ...A_SHIFT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ShiftStore deletes a shift once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SHIFT });
  const command = {
    kind: "delete",
    id: A_SHIFT.id,
    now: A_SHIFT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ShiftStore finds a shift by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SHIFT });
  await expectFound((command) => store.run(command), A_SHIFT, {
    fields: ["firstDay", "freeDay"],
  });
});

Deno.test("ShiftStore lets no two shifts overlap from firstDay to freeDay", async () => {
  await using store = await start();
  const taken: Shift = { ...A_SHIFT };
  await store.run({ kind: "insert", entity: taken });
  const entity: Shift = {
    ...taken,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "overlap",
    rule: 0,
  });
  assert.deepEqual(await store.run({ kind: "get", id: entity.id }), {
    kind: "missing",
  });
});
