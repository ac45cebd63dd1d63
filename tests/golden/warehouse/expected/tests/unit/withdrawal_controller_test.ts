/**
 * The controller of withdrawals alone, with a table in memory in place of the store.
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
import { WithdrawalController } from "../../components/withdrawal_controller.ts";
import { type Withdrawal, WITHDRAWAL_SPEC } from "../../models/withdrawal.ts";

const BODY = { quantity: 1, productId: "01890a5d-ac96-774b-bcce-b302099a8057" };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Withdrawal>(
    standalone(WITHDRAWAL_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new WithdrawalController("withdrawal_controller", {}),
    {
      store_operation: (command: StoreCommand<Withdrawal>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Withdrawal>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("WithdrawalController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () => new WithdrawalController("withdrawal_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<Withdrawal>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("WithdrawalController gives a new withdrawal its id, times and defaults", async () => {
  await using controller = await start();
  const aWithdrawal = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Withdrawal;
  expectContains(aWithdrawal, BODY);
  assert.match(aWithdrawal.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aWithdrawal.createdAt, aWithdrawal.updatedAt);
  assert.deepEqual(aWithdrawal.status, "planned");
});

Deno.test("WithdrawalController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("WithdrawalController refuses quantity too small", async () => {
  await using controller = await start();
  const body = { ...BODY, quantity: 0 };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("WithdrawalController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["quantity", "status", "productId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("WithdrawalController carries out take", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Withdrawal;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "take" }),
  );
  expectContains(done, { status: "taken" });
});

Deno.test("WithdrawalController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new WithdrawalController("withdrawal_controller", {}),
    {
      store_operation: (command: StoreCommand<Withdrawal>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Withdrawal>>("process_request", request),
  );
});
