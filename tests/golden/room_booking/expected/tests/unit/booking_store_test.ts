/**
 * The store of bookings alone, reached by its port.
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
import { BookingStore } from "../../components/booking_store.ts";
import type { Booking } from "../../models/booking.ts";

const A_BOOKING: Booking = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  startsAt: "2030-01-15T09:30:00.000Z",
  status: "asked",
  guest: "someone@example.com",
  seat: "Some seat",
  roomId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new BookingStore("booking_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Booking>) =>
      bench.request<StoreResult<Booking>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BookingStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new BookingStore("booking_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_BOOKING },
        { kind: "get", id: A_BOOKING.id },
        { kind: "delete", id: A_BOOKING.id, now: A_BOOKING.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("BookingStore returns a booking as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BOOKING }), {
    kind: "entity",
    entity: A_BOOKING,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BOOKING.id }), {
    kind: "entity",
    entity: A_BOOKING,
    version: 1,
  });
});

Deno.test("BookingStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOKING });
  const entity = { ...A_BOOKING, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BookingStore deletes a booking once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOKING });
  const command = {
    kind: "delete",
    id: A_BOOKING.id,
    now: A_BOOKING.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BookingStore finds a booking by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOKING });
  await expectFound((command) => store.run(command), A_BOOKING, {
    fields: ["startsAt", "status", "guest", "seat", "roomId"],
    texts: ["guest", "seat"],
  });
});

Deno.test("BookingStore refuses a second booking with the same roomId and startsAt", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOKING });
  const entity: Booking = {
    ...A_BOOKING,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "roomId",
    fields: ["roomId", "startsAt"],
  });
});
