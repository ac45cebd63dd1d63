/**
 * The store of box notes alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standIn } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { BoxNoteStore } from "../../components/box_note_store.ts";
import type { BoxNote } from "../../models/box_note.ts";

const A_BOX_NOTE: BoxNote = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  bodyText: "Some body text",
  parcelBoxId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = new MemoryDatabase();
  standIn(database, "parcel_boxes", A_BOX_NOTE.parcelBoxId);
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new BoxNoteStore("box_note_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<BoxNote>) =>
      bench.request<StoreResult<BoxNote>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BoxNoteStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new BoxNoteStore("box_note_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_BOX_NOTE },
        { kind: "get", id: A_BOX_NOTE.id },
        { kind: "delete", id: A_BOX_NOTE.id, now: A_BOX_NOTE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("BoxNoteStore returns a box note as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BOX_NOTE }), {
    kind: "entity",
    entity: A_BOX_NOTE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BOX_NOTE.id }), {
    kind: "entity",
    entity: A_BOX_NOTE,
    version: 1,
  });
});

Deno.test("BoxNoteStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOX_NOTE });
  const entity = { ...A_BOX_NOTE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BoxNoteStore deletes a box note once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOX_NOTE });
  const command = {
    kind: "delete",
    id: A_BOX_NOTE.id,
    now: A_BOX_NOTE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BoxNoteStore finds a box note by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOX_NOTE });
  await expectFound((command) => store.run(command), A_BOX_NOTE, {
    fields: ["bodyText", "parcelBoxId"],
    texts: ["bodyText"],
  });
});
