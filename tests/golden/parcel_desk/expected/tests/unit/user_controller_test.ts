/**
 * The controller of users alone, with a table in memory in place of the store.
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
import { UserController } from "../../components/user_controller.ts";
import { type User, USER_SPEC } from "../../models/user.ts";

const BODY = {
  email: "someone@example.com",
  fullName: "Some full name",
  doorPin: "Some doo",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<User>(USER_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new UserController("user_controller", {}),
    {
      store_operation: (command: StoreCommand<User>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<User>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("UserController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new UserController("user_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<User>) => table.execute(command),
    },
  });
});

Deno.test("UserController gives a new user its id, times and defaults", async () => {
  await using controller = await start();
  const aUser = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as User;
  expectContains(aUser, BODY);
  assert.match(aUser.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aUser.createdAt, aUser.updatedAt);
  assert.deepEqual(aUser.role, "clerk");
});

Deno.test("UserController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("UserController refuses fullName blank", async () => {
  await using controller = await start();
  const body = { ...BODY, fullName: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("UserController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["email", "fullName", "doorPin", "role"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("UserController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new UserController("user_controller", {}),
    {
      store_operation: (command: StoreCommand<User>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<User>>("process_request", request),
  );
});
