/**
 * The controller of controllers alone, with a table in memory in place of the store.
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
import { ControllerController } from "../../components/controller_controller.ts";
import { type Controller, CONTROLLER_SPEC } from "../../models/controller.ts";

const BODY = { isbn: "-X---3X-94X", code: "b" };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Controller>(CONTROLLER_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ControllerController("controller_controller", {}),
    {
      store_operation: (command: StoreCommand<Controller>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Controller>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ControllerController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () => new ControllerController("controller_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<Controller>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("ControllerController gives a new controller its id, times and defaults", async () => {
  await using controller = await start();
  const aController = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Controller;
  expectContains(aController, BODY);
  assert.match(aController.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aController.createdAt, aController.updatedAt);
});

Deno.test("ControllerController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ControllerController refuses isbn blank", async () => {
  await using controller = await start();
  const body = { ...BODY, isbn: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ControllerController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["isbn", "code"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ControllerController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ControllerController("controller_controller", {}),
    {
      store_operation: (command: StoreCommand<Controller>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Controller>>("process_request", request),
  );
});
