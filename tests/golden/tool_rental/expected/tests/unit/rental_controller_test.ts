/**
 * The controller of rentals alone, with a table in memory in place of the store.
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
import { RentalController } from "../../components/rental_controller.ts";
import { type Rental, RENTAL_SPEC } from "../../models/rental.ts";

const BODY = {
  startsAt: "2030-01-15T09:30:00.000Z",
  endsAt: "2030-01-15T10:30:00.000Z",
  person: "someone@example.com",
  toolId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Rental>(standalone(RENTAL_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new RentalController("rental_controller", {}),
    {
      store_operation: (command: StoreCommand<Rental>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Rental>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("RentalController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new RentalController("rental_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Rental>) =>
        table.execute(command),
    },
  });
});

Deno.test("RentalController gives a new rental its id, times and defaults", async () => {
  await using controller = await start();
  const aRental = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Rental;
  expectContains(aRental, BODY);
  assert.match(aRental.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aRental.createdAt, aRental.updatedAt);
  assert.deepEqual(aRental.status, "asked");
});

Deno.test("RentalController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("RentalController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["status", "startsAt", "endsAt", "person", "toolId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("RentalController carries out confirm", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Rental;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "confirm" }),
  );
  expectContains(done, { status: "confirmed" });
});

Deno.test("RentalController carries out cancel", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Rental;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "cancel" }),
  );
  expectContains(done, { status: "cancelled" });
});

Deno.test("RentalController carries out renew", async () => {
  await using controller = await start();
  const body = { ...BODY, ...{ status: "cancelled" } };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Rental;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "renew" }),
  );
  expectContains(done, { status: "asked" });
});

Deno.test("RentalController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new RentalController("rental_controller", {}),
    {
      store_operation: (command: StoreCommand<Rental>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Rental>>("process_request", request),
  );
});
