/**
 * The controller of events alone, with a table in memory in place of the store.
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
import { EventController } from "../../components/event_controller.ts";
import { EVENT_SPEC, type EventEntity } from "../../models/event.ts";

const BODY = { title: "Some title" };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<EventEntity>(EVENT_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new EventController("event_controller", {}),
    {
      store_operation: (command: StoreCommand<EventEntity>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<EventEntity>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("EventController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new EventController("event_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<EventEntity>) =>
        table.execute(command),
    },
  });
});

Deno.test("EventController gives a new event its id, times and defaults", async () => {
  await using controller = await start();
  const anEvent = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as EventEntity;
  expectContains(anEvent, BODY);
  assert.match(anEvent.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(anEvent.createdAt, anEvent.updatedAt);
  assert.deepEqual(anEvent.state, "planned");
});

Deno.test("EventController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("EventController refuses title blank", async () => {
  await using controller = await start();
  const body = { ...BODY, title: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("EventController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["title", "state"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("EventController carries out open", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as EventEntity;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "open" }),
  );
  expectContains(done, { state: "open" });
});

Deno.test("EventController carries out end", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as EventEntity;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "end" }),
  );
  expectContains(done, { state: "over" });
});

Deno.test("EventController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new EventController("event_controller", {}),
    {
      store_operation: (command: StoreCommand<EventEntity>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<EventEntity>>("process_request", request),
  );
});
