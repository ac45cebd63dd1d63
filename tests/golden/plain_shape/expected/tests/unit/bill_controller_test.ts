/**
 * The controller of bills alone, with a table in memory in place of the store.
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
import { BillController } from "../../components/bill_controller.ts";
import { type Bill, BILL_SPEC } from "../../models/bill.ts";

const BODY = {
  code: "Some code",
  payer: "Some payer",
  dueOn: "2030-01-15",
  inner: "Some inner",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Bill>(BILL_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new BillController("bill_controller", {}),
    {
      store_operation: (command: StoreCommand<Bill>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Bill>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("BillController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new BillController("bill_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Bill>) => table.execute(command),
    },
  });
});

Deno.test("BillController gives a new bill its id, times and defaults", async () => {
  await using controller = await start();
  const aBill = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Bill;
  expectContains(aBill, BODY);
  assert.match(aBill.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aBill.createdAt, aBill.updatedAt);
  assert.deepEqual(aBill.status, "open");
});

Deno.test("BillController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("BillController refuses code blank", async () => {
  await using controller = await start();
  const body = { ...BODY, code: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("BillController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["code", "payer", "status"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("BillController carries out pay", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Bill;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "pay" }),
  );
  expectContains(done, { status: "paid" });
});

Deno.test("BillController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new BillController("bill_controller", {}),
    {
      store_operation: (command: StoreCommand<Bill>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Bill>>("process_request", request),
  );
});
