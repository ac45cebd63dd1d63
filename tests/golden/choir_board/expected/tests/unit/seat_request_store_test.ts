/**
 * The store of seat requests alone, reached by its port.
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
import { SeatRequestStore } from "../../components/seat_request_store.ts";
import type { SeatRequest } from "../../models/seat_request.ts";

const A_SEAT_REQUEST: SeatRequest = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  seats: 1,
  status: "asked",
  concertId: "01890a5d-ac96-774b-bcce-b302099a8057",
  byId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new SeatRequestStore("seat_request_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<SeatRequest>) =>
      bench.request<StoreResult<SeatRequest>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("SeatRequestStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new SeatRequestStore("seat_request_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_SEAT_REQUEST },
          { kind: "get", id: A_SEAT_REQUEST.id },
          {
            kind: "delete",
            id: A_SEAT_REQUEST.id,
            now: A_SEAT_REQUEST.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("SeatRequestStore returns a seat request as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_SEAT_REQUEST }),
    { kind: "entity", entity: A_SEAT_REQUEST, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_SEAT_REQUEST.id }), {
    kind: "entity",
    entity: A_SEAT_REQUEST,
    version: 1,
  });
});

Deno.test("SeatRequestStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SEAT_REQUEST });
  const entity = { ...A_SEAT_REQUEST, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("SeatRequestStore deletes a seat request once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SEAT_REQUEST });
  const command = {
    kind: "delete",
    id: A_SEAT_REQUEST.id,
    now: A_SEAT_REQUEST.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("SeatRequestStore finds a seat request by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SEAT_REQUEST });
  await expectFound((command) => store.run(command), A_SEAT_REQUEST, {
    fields: ["seats", "status", "concertId", "byId"],
  });
});
