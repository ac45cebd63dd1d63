/**
 * The controller of dones alone, with a table in memory in place of the store.
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
import { DoneController } from "../../components/done_controller.ts";
import { type Done, DONE_SPEC } from "../../models/done.ts";

const BODY = {};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Done>(DONE_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new DoneController("done_controller", {}),
    {
      store_operation: (command: StoreCommand<Done>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Done>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("DoneController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new DoneController("done_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Done>) => table.execute(command),
    },
  });
});

Deno.test("DoneController gives a new done its id, times and defaults", async () => {
  await using controller = await start();
  const aDone = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Done;
  expectContains(aDone, BODY);
  assert.match(aDone.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aDone.createdAt, aDone.updatedAt);
  assert.deepEqual(aDone.status, "b");
});

Deno.test("DoneController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("DoneController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["status"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("DoneController carries out finish", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Done;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "finish" }),
  );
  expectContains(done, { status: "a" });
});

Deno.test("DoneController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new DoneController("done_controller", {}),
    {
      store_operation: (command: StoreCommand<Done>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Done>>("process_request", request),
  );
});
