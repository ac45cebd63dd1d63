/**
 * The controller of bookings alone, with a table in memory in place of the store.
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
import { BookingController } from "../../components/booking_controller.ts";
import { type Booking, BOOKING_SPEC } from "../../models/booking.ts";

const BODY = {
  startsAt: "2030-01-15T09:30:00.000Z",
  guest: "someone@example.com",
  seat: "Some seat",
  roomId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Booking>(
    standalone(BOOKING_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new BookingController("booking_controller", {}),
    {
      store_operation: (command: StoreCommand<Booking>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Booking>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("BookingController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new BookingController("booking_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Booking>) =>
        table.execute(command),
    },
  });
});

Deno.test("BookingController gives a new booking its id, times and defaults", async () => {
  await using controller = await start();
  const aBooking = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Booking;
  expectContains(aBooking, BODY);
  assert.match(aBooking.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aBooking.createdAt, aBooking.updatedAt);
  assert.deepEqual(aBooking.status, "asked");
});

Deno.test("BookingController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("BookingController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["startsAt", "status", "guest", "roomId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("BookingController carries out grant", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Booking;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "grant" }),
  );
  expectContains(done, { status: "granted" });
});

Deno.test("BookingController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new BookingController("booking_controller", {}),
    {
      store_operation: (command: StoreCommand<Booking>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Booking>>("process_request", request),
  );
});
