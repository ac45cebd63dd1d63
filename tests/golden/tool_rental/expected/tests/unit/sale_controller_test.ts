/**
 * The controller of sales alone, with a table in memory in place of the store.
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
import { SaleController } from "../../components/sale_controller.ts";
import { type Sale, SALE_SPEC } from "../../models/sale.ts";

const BODY = {
  quantity: 1,
  itemId: "01890a5d-ac96-774b-bcce-b302099a8057",
  clientId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Sale>(standalone(SALE_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new SaleController("sale_controller", {}),
    {
      store_operation: (command: StoreCommand<Sale>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Sale>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("SaleController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new SaleController("sale_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Sale>) => table.execute(command),
    },
  });
});

Deno.test("SaleController gives a new sale its id, times and defaults", async () => {
  await using controller = await start();
  const aSale = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Sale;
  expectContains(aSale, BODY);
  assert.match(aSale.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aSale.createdAt, aSale.updatedAt);
  assert.deepEqual(aSale.status, "open");
  assert.deepEqual(aSale.points, 0.5);
});

Deno.test("SaleController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("SaleController refuses quantity too small", async () => {
  await using controller = await start();
  const body = { ...BODY, quantity: 0 };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("SaleController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["status", "quantity", "points", "itemId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("SaleController carries out place", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Sale;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "place" }),
  );
  expectContains(done, { status: "placed" });
});

Deno.test("SaleController carries out cancel", async () => {
  await using controller = await start();
  const body = { ...BODY, ...{ status: "placed" } };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Sale;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "cancel" }),
  );
  expectContains(done, { status: "cancelled" });
});

Deno.test("SaleController carries out credit", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Sale;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "credit" }),
  );
  expectContains(done, { points: 0 });
});

Deno.test("SaleController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new SaleController("sale_controller", {}),
    {
      store_operation: (command: StoreCommand<Sale>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Sale>>("process_request", request),
  );
});
