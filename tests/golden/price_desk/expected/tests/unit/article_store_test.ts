/**
 * The store of articles alone, reached by its port.
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
import { ArticleStore } from "../../components/article_store.ts";
import type { Article } from "../../models/article.ts";

const A_ARTICLE: Article = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  price: 9.5,
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
    new ArticleStore("article_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Article>) =>
      bench.request<StoreResult<Article>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ArticleStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ArticleStore("article_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_ARTICLE },
        { kind: "get", id: A_ARTICLE.id },
        { kind: "delete", id: A_ARTICLE.id, now: A_ARTICLE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ArticleStore returns an article as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_ARTICLE }), {
    kind: "entity",
    entity: A_ARTICLE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_ARTICLE.id }), {
    kind: "entity",
    entity: A_ARTICLE,
    version: 1,
  });
});

Deno.test("ArticleStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ARTICLE });
  const entity = { ...A_ARTICLE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ArticleStore deletes an article once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ARTICLE });
  const command = {
    kind: "delete",
    id: A_ARTICLE.id,
    now: A_ARTICLE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ArticleStore finds an article by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ARTICLE });
  await expectFound((command) => store.run(command), A_ARTICLE, {
    fields: ["title", "price"],
    texts: ["title"],
  });
});
