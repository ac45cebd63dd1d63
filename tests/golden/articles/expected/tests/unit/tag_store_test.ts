/**
 * The store of tags alone, reached by its port.
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
import { TagStore } from "../../components/tag_store.ts";
import type { Tag } from "../../models/tag.ts";

const A_TAG: Tag = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  handle: "some-words",
  label: "Some label",
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
    new TagStore("tag_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Tag>) =>
      bench.request<StoreResult<Tag>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("TagStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new TagStore("tag_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_TAG },
        { kind: "get", id: A_TAG.id },
        { kind: "delete", id: A_TAG.id, now: A_TAG.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("TagStore returns a tag as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_TAG }), {
    kind: "entity",
    entity: A_TAG,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_TAG.id }), {
    kind: "entity",
    entity: A_TAG,
    version: 1,
  });
});

Deno.test("TagStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TAG });
  const entity = { ...A_TAG, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("TagStore deletes a tag once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TAG });
  const command = {
    kind: "delete",
    id: A_TAG.id,
    now: A_TAG.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("TagStore finds a tag by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TAG });
  await expectFound((command) => store.run(command), A_TAG, {
    fields: ["handle", "label"],
    texts: ["label"],
  });
});

Deno.test("TagStore refuses a second handle", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TAG });
  const entity: Tag = {
    ...A_TAG,
    ...{ label: "Changed" },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "handle",
  });
});

Deno.test("TagStore refuses a second label", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TAG });
  const entity: Tag = {
    ...A_TAG,
    ...{ handle: "other-words" },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "label",
  });
});
