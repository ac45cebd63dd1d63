/**
 * The store of parcel boxes alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent, standIn } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { ParcelBoxStore } from "../../components/parcel_box_store.ts";
import type { ParcelBox } from "../../models/parcel_box.ts";

const A_PARCEL_BOX: ParcelBox = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  boxNumber: "Some box number",
  dueOn: "2030-01-15",
  weightGrams: 1,
  gateCode: "Some gate co",
  senderOfId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = new MemoryDatabase();
  standIn(database, "users", A_PARCEL_BOX.senderOfId);
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new ParcelBoxStore("parcel_box_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<ParcelBox>) =>
      bench.request<StoreResult<ParcelBox>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ParcelBoxStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new ParcelBoxStore("parcel_box_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_PARCEL_BOX },
          { kind: "get", id: A_PARCEL_BOX.id },
          { kind: "delete", id: A_PARCEL_BOX.id, now: A_PARCEL_BOX.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("ParcelBoxStore returns a parcel box as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_PARCEL_BOX }), {
    kind: "entity",
    entity: A_PARCEL_BOX,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_PARCEL_BOX.id }), {
    kind: "entity",
    entity: A_PARCEL_BOX,
    version: 1,
  });
});

Deno.test("ParcelBoxStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PARCEL_BOX });
  const entity = { ...A_PARCEL_BOX, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ParcelBoxStore deletes a parcel box once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PARCEL_BOX });
  const command = {
    kind: "delete",
    id: A_PARCEL_BOX.id,
    now: A_PARCEL_BOX.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ParcelBoxStore finds a parcel box by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PARCEL_BOX });
  await expectFound((command) => store.run(command), A_PARCEL_BOX, {
    fields: ["boxNumber", "dueOn", "weightGrams", "gateCode", "senderOfId"],
    texts: ["boxNumber"],
  });
});

Deno.test("ParcelBoxStore refuses a second boxNumber", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PARCEL_BOX });
  const entity: ParcelBox = {
    ...A_PARCEL_BOX,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "boxNumber",
  });
});
