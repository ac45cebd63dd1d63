/**
 * The controller of tools alone, with a table in memory in place of the store.
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
import { ToolController } from "../../components/tool_controller.ts";
import { type Tool, TOOL_SPEC } from "../../models/tool.ts";

const BODY = { name: "Some name" };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Tool>(TOOL_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ToolController("tool_controller", {}),
    {
      store_operation: (command: StoreCommand<Tool>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Tool>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ToolController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new ToolController("tool_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Tool>) => table.execute(command),
    },
  });
});

Deno.test("ToolController gives a new tool its id, times and defaults", async () => {
  await using controller = await start();
  const aTool = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Tool;
  expectContains(aTool, BODY);
  assert.match(aTool.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aTool.createdAt, aTool.updatedAt);
  assert.deepEqual(aTool.broken, false);
});

Deno.test("ToolController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ToolController refuses name blank", async () => {
  await using controller = await start();
  const body = { ...BODY, name: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ToolController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["name", "broken"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ToolController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ToolController("tool_controller", {}),
    {
      store_operation: (command: StoreCommand<Tool>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Tool>>("process_request", request),
  );
});
