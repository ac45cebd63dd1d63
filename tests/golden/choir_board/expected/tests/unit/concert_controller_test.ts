/**
 * The controller of concerts alone, with a table in memory in place of the store.
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
import { ConcertController } from "../../components/concert_controller.ts";
import { type Concert, CONCERT_SPEC } from "../../models/concert.ts";

const BODY = {
  code: "Some code",
  title: "Some title",
  startsOn: "2030-01-15",
  program: "Some program",
  doorCode: "Some door co",
  leaderId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Concert>(
    standalone(CONCERT_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ConcertController("concert_controller", {}),
    {
      store_operation: (command: StoreCommand<Concert>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Concert>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ConcertController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new ConcertController("concert_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Concert>) =>
        table.execute(command),
    },
  });
});

Deno.test("ConcertController gives a new concert its id, times and defaults", async () => {
  await using controller = await start();
  const aConcert = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Concert;
  expectContains(aConcert, BODY);
  assert.match(aConcert.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aConcert.createdAt, aConcert.updatedAt);
  assert.deepEqual(aConcert.state, "announced");
});

Deno.test("ConcertController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ConcertController refuses code blank", async () => {
  await using controller = await start();
  const body = { ...BODY, code: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ConcertController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["code", "title", "state"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ConcertController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ConcertController("concert_controller", {}),
    {
      store_operation: (command: StoreCommand<Concert>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Concert>>("process_request", request),
  );
});
