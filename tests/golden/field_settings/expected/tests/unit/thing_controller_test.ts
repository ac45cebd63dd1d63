/**
 * The controller of things alone, with a table in memory in place of the store.
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
import { ThingController } from "../../components/thing_controller.ts";
import { type Thing, THING_SPEC } from "../../models/thing.ts";

const BODY = {
  label: "egynlgknpon",
  note: "Some note",
  mail: "0@b.io",
  work: "u0@acme.example",
  long: "someonexxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0@example.com",
  site: "http://a0",
  repository: "https://git.example/egynlgknpon/bblzclyahvz",
  born: "2030-01-15",
  at: "2030-01-15T09:30:00.000Z",
  tea: "09:30:00",
  key: "01890a5d-ac96-774b-bcce-b302099a8057",
  kind: "a",
  count: 1,
  weight: 1,
  price: 9,
  open: true,
  extra: { note: "anything" },
  takes: "PT1H30M",
  rest: "PT1H30M",
  laps: ["PT1H30M"],
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Thing>(THING_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ThingController("thing_controller", {}),
    {
      store_operation: (command: StoreCommand<Thing>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Thing>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ThingController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new ThingController("thing_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Thing>) => table.execute(command),
    },
  });
});

Deno.test("ThingController gives a new thing its id, times and defaults", async () => {
  await using controller = await start();
  const aThing = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Thing;
  expectContains(aThing, BODY);
  assert.match(aThing.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aThing.createdAt, aThing.updatedAt);
  assert.deepEqual(aThing.home, "01890a5d-ac96-774b-bcce-b302099a8057");
  assert.deepEqual(aThing.break, "PT1H30M");
});

Deno.test("ThingController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ThingController refuses label blank", async () => {
  await using controller = await start();
  const body = { ...BODY, label: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ThingController refuses null where something must be", async () => {
  await using controller = await start();
  for (
    const field of [
      "label",
      "mail",
      "site",
      "at",
      "tea",
      "home",
      "open",
      "extra",
      "rest",
      "break",
      "laps",
    ]
  ) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ThingController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ThingController("thing_controller", {}),
    {
      store_operation: (command: StoreCommand<Thing>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Thing>>("process_request", request),
  );
});
