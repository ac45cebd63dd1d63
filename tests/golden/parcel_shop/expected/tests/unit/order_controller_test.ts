/**
 * The controller of orders alone, with a table in memory in place of the store.
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
import { OrderController } from "../../components/order_controller.ts";
import { type Order, ORDER_SPEC } from "../../models/order.ts";

const BODY = {
  customer: "Some customer",
  weightGrams: 1,
  zone: "domestic",
  subtotal: 9.5,
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Order>(ORDER_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new OrderController("order_controller", {}),
    {
      store_operation: (command: StoreCommand<Order>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Order>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("OrderController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new OrderController("order_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Order>) => table.execute(command),
    },
  });
});

Deno.test("OrderController gives a new order its id, times and defaults", async () => {
  await using controller = await start();
  const anOrder = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Order;
  expectContains(anOrder, BODY);
  assert.match(anOrder.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(anOrder.createdAt, anOrder.updatedAt);
  assert.deepEqual(anOrder.express, false);
  assert.deepEqual(anOrder.status, "open");
});

Deno.test("OrderController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("OrderController refuses customer blank", async () => {
  await using controller = await start();
  const body = { ...BODY, customer: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("OrderController refuses null where something must be", async () => {
  await using controller = await start();
  for (
    const field of [
      "customer",
      "weightGrams",
      "zone",
      "subtotal",
      "express",
      "status",
    ]
  ) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("OrderController carries out ship", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Order;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "ship" }),
  );
  expectContains(done, { status: "shipped" });
});

Deno.test("OrderController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new OrderController("order_controller", {}),
    {
      store_operation: (command: StoreCommand<Order>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Order>>("process_request", request),
  );
});
