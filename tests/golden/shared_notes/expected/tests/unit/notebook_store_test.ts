/**
 * The store of notebooks alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standIn } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { NotebookStore } from "../../components/notebook_store.ts";
import type { Notebook } from "../../models/notebook.ts";

const A_NOTEBOOK: Notebook = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  organisationId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = new MemoryDatabase();
  standIn(database, "organisations", A_NOTEBOOK.organisationId);
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new NotebookStore("notebook_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Notebook>) =>
      bench.request<StoreResult<Notebook>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("NotebookStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new NotebookStore("notebook_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_NOTEBOOK },
          { kind: "get", id: A_NOTEBOOK.id },
          { kind: "delete", id: A_NOTEBOOK.id, now: A_NOTEBOOK.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("NotebookStore returns a notebook as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_NOTEBOOK }), {
    kind: "entity",
    entity: A_NOTEBOOK,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_NOTEBOOK.id }), {
    kind: "entity",
    entity: A_NOTEBOOK,
    version: 1,
  });
});

Deno.test("NotebookStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTEBOOK });
  const entity = { ...A_NOTEBOOK, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("NotebookStore deletes a notebook once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTEBOOK });
  const command = {
    kind: "delete",
    id: A_NOTEBOOK.id,
    now: A_NOTEBOOK.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("NotebookStore finds a notebook by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTEBOOK });
  await expectFound((command) => store.run(command), A_NOTEBOOK, {
    fields: ["title", "organisationId"],
    texts: ["title"],
  });
});

Deno.test("NotebookStore refuses a second notebook with the same organisationId and title", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTEBOOK });
  const entity: Notebook = {
    ...A_NOTEBOOK,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "organisationId",
    fields: ["organisationId", "title"],
  });
});
