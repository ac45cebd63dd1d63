/**
 * The store of practices alone, reached by its port.
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
import { PracticeStore } from "../../components/practice_store.ts";
import type { Practice } from "../../models/practice.ts";

const A_PRACTICE: Practice = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  openSince: "2030-01-15",
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
    new PracticeStore("practice_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Practice>) =>
      bench.request<StoreResult<Practice>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("PracticeStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new PracticeStore("practice_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_PRACTICE },
          { kind: "get", id: A_PRACTICE.id },
          { kind: "delete", id: A_PRACTICE.id, now: A_PRACTICE.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("PracticeStore returns a practice as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_PRACTICE }), {
    kind: "entity",
    entity: A_PRACTICE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_PRACTICE.id }), {
    kind: "entity",
    entity: A_PRACTICE,
    version: 1,
  });
});

Deno.test("PracticeStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PRACTICE });
  const entity = { ...A_PRACTICE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("PracticeStore deletes a practice once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PRACTICE });
  const command = {
    kind: "delete",
    id: A_PRACTICE.id,
    now: A_PRACTICE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("PracticeStore finds a practice by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PRACTICE });
  await expectFound((command) => store.run(command), A_PRACTICE, {
    fields: ["name", "openSince"],
    texts: ["name"],
  });
});
