/**
 * The controller of tests alone, with a table in memory in place of the store.
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
import { TestController } from "../../components/test_controller.ts";
import { type Test, TEST_SPEC } from "../../models/test.ts";

const BODY = { a: 5000000000, b: -5000000, c: 0.001 };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Test>(TEST_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new TestController("test_controller", {}),
    {
      store_operation: (command: StoreCommand<Test>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Test>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("TestController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new TestController("test_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Test>) => table.execute(command),
    },
  });
});

Deno.test("TestController gives a new test its id, times and defaults", async () => {
  await using controller = await start();
  const aTest = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Test;
  expectContains(aTest, BODY);
  assert.match(aTest.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aTest.createdAt, aTest.updatedAt);
});

Deno.test("TestController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("TestController refuses a too small", async () => {
  await using controller = await start();
  const body = { ...BODY, a: 4999999999 };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("TestController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new TestController("test_controller", {}),
    {
      store_operation: (command: StoreCommand<Test>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Test>>("process_request", request),
  );
});
