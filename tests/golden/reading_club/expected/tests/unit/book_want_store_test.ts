/**
 * The store of book wants alone, reached by its port.
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
import { BookWantStore } from "../../components/book_want_store.ts";
import type { BookWant } from "../../models/book_want.ts";

const A_BOOK_WANT: BookWant = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  userId: "01890a5d-ac96-774b-bcce-b302099a8057",
  bookId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  // The entities it refers to are not there: this test is about the store alone.
  database.exec("PRAGMA foreign_keys = OFF");
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new BookWantStore("book_want_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<BookWant>) =>
      bench.request<StoreResult<BookWant>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BookWantStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new BookWantStore("book_want_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_BOOK_WANT },
          { kind: "get", id: A_BOOK_WANT.id },
          { kind: "delete", id: A_BOOK_WANT.id, now: A_BOOK_WANT.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("BookWantStore returns a book want as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BOOK_WANT }), {
    kind: "entity",
    entity: A_BOOK_WANT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BOOK_WANT.id }), {
    kind: "entity",
    entity: A_BOOK_WANT,
    version: 1,
  });
});

Deno.test("BookWantStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK_WANT });
  const entity = { ...A_BOOK_WANT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BookWantStore deletes a book want once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK_WANT });
  const command = {
    kind: "delete",
    id: A_BOOK_WANT.id,
    now: A_BOOK_WANT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BookWantStore finds a book want by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK_WANT });
  await expectFound((command) => store.run(command), A_BOOK_WANT, {
    fields: ["userId", "bookId"],
  });
});

Deno.test("BookWantStore refuses a second book want with the same userId and bookId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK_WANT });
  const entity: BookWant = {
    ...A_BOOK_WANT,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "userId",
    fields: ["userId", "bookId"],
  });
});
