/**
 * The controller of readings alone, with a table in memory in place of the store.
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
import { ReadingController } from "../../components/reading_controller.ts";
import { type Reading, READING_SPEC } from "../../models/reading.ts";

const BODY = { sensor: "EXV", serial: 1 };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Reading>(READING_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ReadingController("reading_controller", {}),
    {
      store_operation: (command: StoreCommand<Reading>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Reading>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ReadingController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new ReadingController("reading_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Reading>) =>
        table.execute(command),
    },
  });
});

Deno.test("ReadingController gives a new reading its id, times and defaults", async () => {
  await using controller = await start();
  const aReading = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Reading;
  expectContains(aReading, BODY);
  assert.match(aReading.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aReading.createdAt, aReading.updatedAt);
  assert.deepEqual(aReading.value, 20);
});

Deno.test("ReadingController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ReadingController refuses sensor blank", async () => {
  await using controller = await start();
  const body = { ...BODY, sensor: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ReadingController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["sensor", "value"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ReadingController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ReadingController("reading_controller", {}),
    {
      store_operation: (command: StoreCommand<Reading>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Reading>>("process_request", request),
  );
});
