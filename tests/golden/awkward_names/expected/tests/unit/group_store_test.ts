/**
 * The store of groups alone, reached by its port.
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
import { GroupStore } from "../../components/group_store.ts";
import type { Group } from "../../models/group.ts";

const A_GROUP: Group = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  order: 1,
  select: "Some select",
  class: "it's",
  default: "Some default",
  newValue: true,
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
    new GroupStore("group_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Group>) =>
      bench.request<StoreResult<Group>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("GroupStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new GroupStore("group_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_GROUP },
        { kind: "get", id: A_GROUP.id },
        { kind: "delete", id: A_GROUP.id, now: A_GROUP.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("GroupStore returns a group as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_GROUP }), {
    kind: "entity",
    entity: A_GROUP,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_GROUP.id }), {
    kind: "entity",
    entity: A_GROUP,
    version: 1,
  });
});

Deno.test("GroupStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_GROUP });
  const entity = { ...A_GROUP, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("GroupStore deletes a group once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_GROUP });
  const command = {
    kind: "delete",
    id: A_GROUP.id,
    now: A_GROUP.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("GroupStore finds a group by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_GROUP });
  await expectFound((command) => store.run(command), A_GROUP, {
    fields: ["order", "select", "class", "default", "newValue"],
    texts: ["select", "default"],
  });
});
