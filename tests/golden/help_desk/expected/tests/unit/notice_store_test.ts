/**
 * The store of notices alone, reached by its port.
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
import { NoticeStore } from "../../components/notice_store.ts";
import type { Notice } from "../../models/notice.ts";

const A_NOTICE: Notice = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  text: "Some text",
  draft: true,
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
    new NoticeStore("notice_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Notice>) =>
      bench.request<StoreResult<Notice>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("NoticeStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new NoticeStore("notice_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_NOTICE },
        { kind: "get", id: A_NOTICE.id },
        { kind: "delete", id: A_NOTICE.id, now: A_NOTICE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("NoticeStore returns a notice as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_NOTICE }), {
    kind: "entity",
    entity: A_NOTICE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_NOTICE.id }), {
    kind: "entity",
    entity: A_NOTICE,
    version: 1,
  });
});

Deno.test("NoticeStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTICE });
  const entity = { ...A_NOTICE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("NoticeStore deletes a notice once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTICE });
  const command = {
    kind: "delete",
    id: A_NOTICE.id,
    now: A_NOTICE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("NoticeStore finds a notice by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTICE });
  await expectFound((command) => store.run(command), A_NOTICE, {
    fields: ["text", "draft"],
    texts: ["text"],
  });
});
