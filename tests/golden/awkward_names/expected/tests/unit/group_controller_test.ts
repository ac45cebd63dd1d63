/**
 * The controller of groups alone, with a table in memory in place of the store.
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
import { GroupController } from "../../components/group_controller.ts";
import { type Group, GROUP_SPEC } from "../../models/group.ts";

const BODY = { order: 1, select: "Some select" };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Group>(GROUP_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new GroupController("group_controller", {}),
    {
      store_operation: (command: StoreCommand<Group>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Group>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("GroupController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new GroupController("group_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Group>) => table.execute(command),
    },
  });
});

Deno.test("GroupController gives a new group its id, times and defaults", async () => {
  await using controller = await start();
  const aGroup = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Group;
  expectContains(aGroup, BODY);
  assert.match(aGroup.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aGroup.createdAt, aGroup.updatedAt);
  assert.deepEqual(aGroup.class, "it's");
  assert.deepEqual(aGroup.default, "<%~ it.secret %>");
  assert.deepEqual(aGroup.newValue, true);
});

Deno.test("GroupController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("GroupController refuses select blank", async () => {
  await using controller = await start();
  const body = { ...BODY, select: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("GroupController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["select", "class", "default", "newValue"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("GroupController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new GroupController("group_controller", {}),
    {
      store_operation: (command: StoreCommand<Group>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Group>>("process_request", request),
  );
});
