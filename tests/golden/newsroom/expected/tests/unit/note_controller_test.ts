/**
 * The controller of notes alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standalone } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { NoteController } from "../../components/note_controller.ts";
import { type Note, NOTE_SPEC } from "../../models/note.ts";

const BODY = {
  text: "Some text",
  notebookId: "01890a5d-ac96-774b-bcce-b302099a8057",
  keeperId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Note>(standalone(NOTE_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new NoteController("note_controller", {}),
    {
      store_operation: (command: StoreCommand<Note>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Note>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("NoteController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new NoteController("note_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Note>) => table.execute(command),
    },
  });
});

Deno.test("NoteController gives a new note its id, times and defaults", async () => {
  await using controller = await start();
  const aNote = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Note;
  expectContains(aNote, BODY);
  assert.match(aNote.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aNote.createdAt, aNote.updatedAt);
});

Deno.test("NoteController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("NoteController refuses text blank", async () => {
  await using controller = await start();
  const body = { ...BODY, text: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("NoteController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["text", "notebookId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("NoteController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new NoteController("note_controller", {}),
    {
      store_operation: (command: StoreCommand<Note>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Note>>("process_request", request),
  );
});
