/**
 * The store of announcements alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { AnnouncementStore } from "../../components/announcement_store.ts";
import type { Announcement } from "../../models/announcement.ts";

const A_ANNOUNCEMENT: Announcement = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  text: "Some text",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new AnnouncementStore("announcement_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Announcement>) =>
      bench.request<StoreResult<Announcement>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("AnnouncementStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new AnnouncementStore("announcement_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_ANNOUNCEMENT },
          { kind: "get", id: A_ANNOUNCEMENT.id },
          {
            kind: "delete",
            id: A_ANNOUNCEMENT.id,
            now: A_ANNOUNCEMENT.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("AnnouncementStore returns an announcement as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_ANNOUNCEMENT }),
    { kind: "entity", entity: A_ANNOUNCEMENT, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_ANNOUNCEMENT.id }), {
    kind: "entity",
    entity: A_ANNOUNCEMENT,
    version: 1,
  });
});

Deno.test("AnnouncementStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANNOUNCEMENT });
  const entity = { ...A_ANNOUNCEMENT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("AnnouncementStore deletes an announcement once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANNOUNCEMENT });
  const command = {
    kind: "delete",
    id: A_ANNOUNCEMENT.id,
    now: A_ANNOUNCEMENT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("AnnouncementStore finds an announcement by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ANNOUNCEMENT });
  await expectFound((command) => store.run(command), A_ANNOUNCEMENT, {
    fields: ["text"],
    texts: ["text"],
  });
});
