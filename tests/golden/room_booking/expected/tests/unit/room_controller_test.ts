/**
 * The controller of rooms alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { RoomController } from "../../components/room_controller.ts";
import { type Room, ROOM_SPEC } from "../../models/room.ts";

const BODY = { building: "Some building", number: 1 };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Room>(ROOM_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new RoomController("room_controller", {}),
    {
      store_operation: (command: StoreCommand<Room>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Room>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("RoomController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new RoomController("room_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Room>) => table.execute(command),
    },
  });
});

Deno.test("RoomController gives a new room its id, times and defaults", async () => {
  await using controller = await start();
  const aRoom = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Room;
  expectContains(aRoom, BODY);
  assert.match(aRoom.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aRoom.createdAt, aRoom.updatedAt);
  assert.deepEqual(aRoom.kind, "office");
});

Deno.test("RoomController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("RoomController refuses building blank", async () => {
  await using controller = await start();
  const body = { ...BODY, building: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("RoomController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["building", "number", "kind"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("RoomController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new RoomController("room_controller", {}),
    {
      store_operation: (command: StoreCommand<Room>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Room>>("process_request", request),
  );
});
