/**
 * The store of folders alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { FolderStore } from "../../components/folder_store.ts";
import type { Folder } from "../../models/folder.ts";

const A_FOLDER: Folder = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new FolderStore("folder_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Folder>) =>
      bench.request<StoreResult<Folder>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("FolderStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new FolderStore("folder_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_FOLDER },
        { kind: "get", id: A_FOLDER.id },
        { kind: "delete", id: A_FOLDER.id, now: A_FOLDER.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("FolderStore returns a folder as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_FOLDER }), {
    kind: "entity",
    entity: A_FOLDER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_FOLDER.id }), {
    kind: "entity",
    entity: A_FOLDER,
    version: 1,
  });
});

Deno.test("FolderStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_FOLDER });
  const entity = { ...A_FOLDER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("FolderStore deletes a folder once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_FOLDER });
  const command = {
    kind: "delete",
    id: A_FOLDER.id,
    now: A_FOLDER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("FolderStore finds a folder by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_FOLDER });
  await expectFound((command) => store.run(command), A_FOLDER, {
    fields: ["name"],
    texts: ["name"],
  });
});
