/**
 * The controller of tickets alone, with a table in memory in place of the store.
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
import { TicketController } from "../../components/ticket_controller.ts";
import { type Ticket, TICKET_SPEC } from "../../models/ticket.ts";

const BODY = {
  title: "Some title",
  secret: "Some secret",
  customerId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Ticket>(standalone(TICKET_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new TicketController("ticket_controller", {}),
    {
      store_operation: (command: StoreCommand<Ticket>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Ticket>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("TicketController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new TicketController("ticket_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Ticket>) =>
        table.execute(command),
    },
  });
});

Deno.test("TicketController gives a new ticket its id, times and defaults", async () => {
  await using controller = await start();
  const aTicket = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Ticket;
  expectContains(aTicket, BODY);
  assert.match(aTicket.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aTicket.createdAt, aTicket.updatedAt);
  assert.deepEqual(aTicket.status, "open");
});

Deno.test("TicketController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("TicketController makes slug of title", async () => {
  await using controller = await start();
  const make = async (title: string) =>
    expectValue(
      await controller.ask({ operation: "create", body: { ...BODY, title } }),
    ) as Ticket;
  for (
    const [text, slug] of [["x".repeat(93), "x".repeat(92)], [
      "live",
      "live-2",
    ]] as const
  ) {
    assert.equal((await make(text)).slug, slug);
  }
  const made = await make("Crème brûlée: C'est ça!");
  const body = { title: "Another one" };
  const changed = expectValue(
    await controller.ask({ operation: "patch", id: made.id, body }),
  ) as Ticket;
  assert.equal(changed.slug, made.slug);
});

Deno.test("TicketController refuses title blank", async () => {
  await using controller = await start();
  const body = { ...BODY, title: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("TicketController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["title", "status"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("TicketController carries out close", async () => {
  await using controller = await start();
  const body = { ...BODY };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Ticket;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "close" }),
  );
  expectContains(done, { status: "closed" });
});

Deno.test("TicketController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new TicketController("ticket_controller", {}),
    {
      store_operation: (command: StoreCommand<Ticket>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Ticket>>("process_request", request),
  );
});
