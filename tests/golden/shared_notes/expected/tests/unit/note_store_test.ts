/**
 * The store of notes alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standIn } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { NoteStore } from "../../components/note_store.ts";
import type { Note } from "../../models/note.ts";

const A_NOTE: Note = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  text: "Some text",
  pinned: true,
  organisationId: "01890a5d-ac96-774b-bcce-b302099a8057",
  notebookId: "01890a5d-ac96-774b-bcce-b302099a8057",
  authorId: "01890a5d-ac96-774b-bcce-b302099a8057",
  reviewerId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = new MemoryDatabase();
  standIn(database, "organisations", A_NOTE.organisationId);
  standIn(database, "users", A_NOTE.authorId);
  standIn(database, "notebooks", A_NOTE.notebookId);
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new NoteStore("note_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Note>) =>
      bench.request<StoreResult<Note>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("NoteStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new NoteStore("note_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_NOTE },
        { kind: "get", id: A_NOTE.id },
        { kind: "delete", id: A_NOTE.id, now: A_NOTE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("NoteStore returns a note as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_NOTE }), {
    kind: "entity",
    entity: A_NOTE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_NOTE.id }), {
    kind: "entity",
    entity: A_NOTE,
    version: 1,
  });
});

Deno.test("NoteStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTE });
  const entity = { ...A_NOTE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("NoteStore deletes a note once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTE });
  const command = {
    kind: "delete",
    id: A_NOTE.id,
    now: A_NOTE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("NoteStore finds a note by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_NOTE });
  await expectFound((command) => store.run(command), A_NOTE, {
    fields: [
      "text",
      "pinned",
      "organisationId",
      "notebookId",
      "authorId",
      "reviewerId",
    ],
    texts: ["text"],
  });
});
