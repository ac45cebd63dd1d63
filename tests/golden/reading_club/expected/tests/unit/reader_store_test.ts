/**
 * The store of readers alone, reached by its port.
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
import { ReaderStore } from "../../components/reader_store.ts";
import type { Reader } from "../../models/reader.ts";

const A_READER: Reader = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  email: "someone@example.com",
  name: "Some name",
  about: "Some about",
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
    new ReaderStore("reader_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Reader>) =>
      bench.request<StoreResult<Reader>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ReaderStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ReaderStore("reader_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_READER },
        { kind: "get", id: A_READER.id },
        { kind: "delete", id: A_READER.id, now: A_READER.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ReaderStore returns a reader as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_READER }), {
    kind: "entity",
    entity: A_READER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_READER.id }), {
    kind: "entity",
    entity: A_READER,
    version: 1,
  });
});

Deno.test("ReaderStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER });
  const entity = { ...A_READER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ReaderStore deletes a reader once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER });
  const command = {
    kind: "delete",
    id: A_READER.id,
    now: A_READER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ReaderStore finds a reader by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER });
  await expectFound((command) => store.run(command), A_READER, {
    fields: ["email", "name", "about"],
    texts: ["email", "name", "about"],
  });
});

Deno.test("ReaderStore refuses a second email", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER });
  const entity: Reader = {
    ...A_READER,
    ...{ name: "Changed" },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "email",
  });
  const same: Reader = { ...entity, email: "SOMEONE@EXAMPLE.COM" };
  assert.deepEqual(await store.run({ kind: "insert", entity: same }), {
    kind: "duplicate",
    field: "email",
  });
});

Deno.test("ReaderStore refuses a second name", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER });
  const entity: Reader = {
    ...A_READER,
    ...{ email: "other@example.com" },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "name",
  });
});
