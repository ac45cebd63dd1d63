/**
 * The store of pages alone, reached by its port.
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
import { PageStore } from "../../components/page_store.ts";
import type { PageEntity } from "../../models/page.ts";

const A_PAGE: PageEntity = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  slug: "some-words",
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
    new PageStore("page_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<PageEntity>) =>
      bench.request<StoreResult<PageEntity>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("PageStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new PageStore("page_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_PAGE },
        { kind: "get", id: A_PAGE.id },
        { kind: "delete", id: A_PAGE.id, now: A_PAGE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("PageStore returns a page as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_PAGE }), {
    kind: "entity",
    entity: A_PAGE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_PAGE.id }), {
    kind: "entity",
    entity: A_PAGE,
    version: 1,
  });
});

Deno.test("PageStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PAGE });
  const entity = { ...A_PAGE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("PageStore deletes a page once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PAGE });
  const command = {
    kind: "delete",
    id: A_PAGE.id,
    now: A_PAGE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("PageStore finds a page by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PAGE });
  await expectFound((command) => store.run(command), A_PAGE, {
    fields: ["title", "slug"],
    texts: ["title"],
  });
});

Deno.test("PageStore refuses a second slug", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PAGE });
  const entity: PageEntity = {
    ...A_PAGE,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "slug",
  });
});
