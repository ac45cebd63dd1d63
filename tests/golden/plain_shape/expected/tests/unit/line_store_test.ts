/**
 * The store of lines alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standIn } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { LineStore } from "../../components/line_store.ts";
import type { Line } from "../../models/line.ts";

const A_LINE: Line = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  text: "Some text",
  amount: 9.5,
  pieces: 1,
  billId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = new MemoryDatabase();
  standIn(database, "bills", A_LINE.billId);
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new LineStore("line_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Line>) =>
      bench.request<StoreResult<Line>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("LineStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new LineStore("line_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_LINE },
        { kind: "get", id: A_LINE.id },
        { kind: "delete", id: A_LINE.id, now: A_LINE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("LineStore returns a line as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_LINE }), {
    kind: "entity",
    entity: A_LINE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_LINE.id }), {
    kind: "entity",
    entity: A_LINE,
    version: 1,
  });
});

Deno.test("LineStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LINE });
  const entity = { ...A_LINE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("LineStore deletes a line once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LINE });
  const command = {
    kind: "delete",
    id: A_LINE.id,
    now: A_LINE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("LineStore finds a line by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_LINE });
  await expectFound((command) => store.run(command), A_LINE, {
    fields: ["text", "amount", "pieces", "billId"],
    texts: ["text"],
  });
});
