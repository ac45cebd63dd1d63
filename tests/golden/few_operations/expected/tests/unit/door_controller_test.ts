/**
 * The controller of doors alone, with a table in memory in place of the store.
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
import { DoorController } from "../../components/door_controller.ts";
import { type Door, DOOR_SPEC } from "../../models/door.ts";

const BODY = {};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Door>(DOOR_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new DoorController("door_controller", {}),
    {
      store_operation: (command: StoreCommand<Door>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Door>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("DoorController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new DoorController("door_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Door>) => table.execute(command),
    },
  });
});

Deno.test("DoorController gives a new door its id, times and defaults", async () => {
  await using controller = await start();
  const aDoor = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Door;
  expectContains(aDoor, BODY);
  assert.match(aDoor.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aDoor.createdAt, aDoor.updatedAt);
  assert.deepEqual(aDoor.open, false);
});

Deno.test("DoorController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("DoorController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["open"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("DoorController carries out open", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Door;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "open" }),
  );
  expectContains(done, { open: true });
});

Deno.test("DoorController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new DoorController("door_controller", {}),
    {
      store_operation: (command: StoreCommand<Door>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Door>>("process_request", request),
  );
});
