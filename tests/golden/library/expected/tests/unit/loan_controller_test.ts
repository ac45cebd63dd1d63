/**
 * The controller of loans alone, with a table in memory in place of the store.
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
import { LoanController } from "../../components/loan_controller.ts";
import { type Loan, LOAN_SPEC } from "../../models/loan.ts";

const BODY = {
  dueDate: "2030-01-15",
  bookId: "01890a5d-ac96-774b-bcce-b302099a8057",
  memberId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Loan>(standalone(LOAN_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new LoanController("loan_controller", {}),
    {
      store_operation: (command: StoreCommand<Loan>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Loan>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("LoanController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new LoanController("loan_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Loan>) => table.execute(command),
    },
  });
});

Deno.test("LoanController gives a new loan its id, times and defaults", async () => {
  await using controller = await start();
  const aLoan = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Loan;
  expectContains(aLoan, BODY);
  assert.match(aLoan.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aLoan.createdAt, aLoan.updatedAt);
  assert.deepEqual(aLoan.returned, false);
});

Deno.test("LoanController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("LoanController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["returned", "bookId", "memberId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("LoanController carries out return", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Loan;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "return" }),
  );
  expectContains(done, { returned: true });
});

Deno.test("LoanController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new LoanController("loan_controller", {}),
    {
      store_operation: (command: StoreCommand<Loan>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Loan>>("process_request", request),
  );
});
