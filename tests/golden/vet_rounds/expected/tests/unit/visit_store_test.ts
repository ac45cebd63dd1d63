/**
 * The store of visits alone, reached by its port.
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
import { VisitStore } from "../../components/visit_store.ts";
import type { Visit } from "../../models/visit.ts";

const A_VISIT: Visit = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  number: 1,
  reason: "Some reason",
  fee: 9.5,
  dueOn: "2030-01-15",
  xRay: null,
  practiceId: "01890a5d-ac96-774b-bcce-b302099a8057",
  animalId: "01890a5d-ac96-774b-bcce-b302099a8057",
  byId: "01890a5d-ac96-774b-bcce-b302099a8057",
  helperId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  // The entities it refers to are not there: this test is about the store alone.
  database.exec("PRAGMA foreign_keys = OFF");
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new VisitStore("visit_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Visit>) =>
      bench.request<StoreResult<Visit>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("VisitStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new VisitStore("visit_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_VISIT },
        { kind: "get", id: A_VISIT.id },
        { kind: "delete", id: A_VISIT.id, now: A_VISIT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("VisitStore returns a visit as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_VISIT }), {
    kind: "entity",
    entity: A_VISIT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_VISIT.id }), {
    kind: "entity",
    entity: A_VISIT,
    version: 1,
  });
});

Deno.test("VisitStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_VISIT });
  const entity = { ...A_VISIT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("VisitStore deletes a visit once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_VISIT });
  const command = {
    kind: "delete",
    id: A_VISIT.id,
    now: A_VISIT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("VisitStore finds a visit by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_VISIT });
  await expectFound((command) => store.run(command), A_VISIT, {
    fields: [
      "number",
      "reason",
      "fee",
      "dueOn",
      "practiceId",
      "animalId",
      "byId",
      "helperId",
    ],
    texts: ["reason"],
  });
});
