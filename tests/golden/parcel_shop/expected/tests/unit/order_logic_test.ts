/**
 * The controller of orders asks the logic of its own, and holds its answers to the rules.
 *
 * What the blueprint's logic means is for its author to test: here other logic stands in its place.
 *
 * @module
 */
import assert from "node:assert/strict";
import { OrderController } from "../../components/order_controller.ts";
import { benchComponent } from "../../kit/component_bench.ts";
import type { EntityLogic } from "../../kit/entity_logic.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { logicTrials } from "../../kit/logic_trials.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { ORDER_LOGIC } from "../../logic/order_logic.ts";
import { SYSTEM_LOGIC } from "../../logic/system_logic.ts";
import { type Order, ORDER_SPEC } from "../../models/order.ts";

/** Runs the controller with some logic between the test and a table in memory. */
async function start(logic: EntityLogic<Order>) {
  const table = new MemoryTable<Order>(ORDER_SPEC, new MemoryDatabase());
  const bench = await benchComponent(
    new OrderController("order_controller", { logic }),
    {
      store_operation: (command: StoreCommand<Order>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Order>>("process_request", request),
    put: (entity: Order) =>
      Promise.resolve(table.execute({ kind: "update", entity, version: 1 })),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("the system has the logic of orders", () => {
  assert.equal(SYSTEM_LOGIC.order, ORDER_LOGIC);
});

const TRIALS = logicTrials<Order>({
  body: {
    customer: "Some customer",
    weightGrams: 1,
    zone: "domestic",
    subtotal: 9.5,
  },
  change: { customer: "Changed" },
  guards: [{ action: "ship", from: {}, body: { status: "shipped" } }],
  actions: [],
  hooks: [],
});

for (const { title, run } of TRIALS) {
  Deno.test(`OrderController ${title}`, () => run(start));
}
