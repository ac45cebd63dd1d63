/**
 * The store of books alone, reached by its port.
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
import { BookStore } from "../../components/book_store.ts";
import type { Book } from "../../models/book.ts";

const A_BOOK: Book = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  slug: "some-words",
  title: "Some title",
  about: "Some about",
  tags: ["Some tags"],
  addedById: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new BookStore("book_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Book>) =>
      bench.request<StoreResult<Book>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BookStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new BookStore("book_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_BOOK },
        { kind: "get", id: A_BOOK.id },
        { kind: "delete", id: A_BOOK.id, now: A_BOOK.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("BookStore returns a book as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BOOK }), {
    kind: "entity",
    entity: A_BOOK,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BOOK.id }), {
    kind: "entity",
    entity: A_BOOK,
    version: 1,
  });
});

Deno.test("BookStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK });
  const entity = { ...A_BOOK, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BookStore deletes a book once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK });
  const command = {
    kind: "delete",
    id: A_BOOK.id,
    now: A_BOOK.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BookStore finds a book by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK });
  await expectFound((command) => store.run(command), A_BOOK, {
    fields: ["slug", "title", "about", "addedById"],
    texts: ["title", "about"],
  });
});

Deno.test("BookStore refuses a second slug", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOK });
  const entity: Book = {
    ...A_BOOK,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "slug",
  });
});
