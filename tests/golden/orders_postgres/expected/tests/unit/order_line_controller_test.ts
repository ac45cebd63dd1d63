/**
 * The controller of order lines alone, with a table in memory in place of the store.
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
import { OrderLineController } from "../../components/order_line_controller.ts";
import { ORDER_LINE_SPEC, type OrderLine } from "../../models/order_line.ts";

const BODY = {
  product: "Some product",
  quantity: 1,
  price: 9.5,
  orderId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<OrderLine>(
    standalone(ORDER_LINE_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new OrderLineController("order_line_controller", {}),
    {
      store_operation: (command: StoreCommand<OrderLine>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<OrderLine>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("OrderLineController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () => new OrderLineController("order_line_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<OrderLine>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("OrderLineController gives a new order line its id, times and defaults", async () => {
  await using controller = await start();
  const anOrderLine = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as OrderLine;
  expectContains(anOrderLine, BODY);
  assert.match(anOrderLine.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(anOrderLine.createdAt, anOrderLine.updatedAt);
});

Deno.test("OrderLineController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("OrderLineController refuses product blank", async () => {
  await using controller = await start();
  const body = { ...BODY, product: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("OrderLineController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["product", "quantity", "price", "orderId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("OrderLineController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new OrderLineController("order_line_controller", {}),
    {
      store_operation: (command: StoreCommand<OrderLine>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<OrderLine>>("process_request", request),
  );
});
