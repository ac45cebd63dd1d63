/**
 * The store of tickets alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { TicketStore } from "../../components/ticket_store.ts";
import type { Ticket } from "../../models/ticket.ts";

const A_TICKET: Ticket = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  code: "Some code",
  seat: "Some seat",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new TicketStore("ticket_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Ticket>) =>
      bench.request<StoreResult<Ticket>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("TicketStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new TicketStore("ticket_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_TICKET },
        { kind: "get", id: A_TICKET.id },
        { kind: "delete", id: A_TICKET.id, now: A_TICKET.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("TicketStore returns a ticket as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_TICKET }), {
    kind: "entity",
    entity: A_TICKET,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_TICKET.id }), {
    kind: "entity",
    entity: A_TICKET,
    version: 1,
  });
});

Deno.test("TicketStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TICKET });
  const entity = { ...A_TICKET, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("TicketStore deletes a ticket once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TICKET });
  const command = {
    kind: "delete",
    id: A_TICKET.id,
    now: A_TICKET.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("TicketStore finds a ticket by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TICKET });
  await expectFound((command) => store.run(command), A_TICKET, {
    fields: ["code", "seat"],
    texts: ["code", "seat"],
  });
});

Deno.test("TicketStore refuses a second code", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TICKET });
  const entity: Ticket = {
    ...A_TICKET,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "code",
  });
});
