/**
 * The controller of animals alone, with a table in memory in place of the store.
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
import { AnimalController } from "../../components/animal_controller.ts";
import { type Animal, ANIMAL_SPEC } from "../../models/animal.ts";

const BODY = {
  chip: "Some chip",
  nickname: "Some nickname",
  kind: "cat",
  traits: ["Some traits"],
  practiceId: "01890a5d-ac96-774b-bcce-b302099a8057",
  keeperId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Animal>(standalone(ANIMAL_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new AnimalController("animal_controller", {}),
    {
      store_operation: (command: StoreCommand<Animal>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Animal>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("AnimalController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new AnimalController("animal_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Animal>) =>
        table.execute(command),
    },
  });
});

Deno.test("AnimalController gives a new animal its id, times and defaults", async () => {
  await using controller = await start();
  const anAnimal = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Animal;
  expectContains(anAnimal, BODY);
  assert.match(anAnimal.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(anAnimal.createdAt, anAnimal.updatedAt);
  assert.deepEqual(anAnimal.state, "well");
});

Deno.test("AnimalController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("AnimalController refuses chip blank", async () => {
  await using controller = await start();
  const body = { ...BODY, chip: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("AnimalController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["chip", "nickname", "kind", "state", "traits"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("AnimalController carries out heal", async () => {
  await using controller = await start();
  const body = { ...BODY, ...{ state: "ill" } };
  const { id } = expectValue(
    await controller.ask({ operation: "create", body }),
  ) as Animal;
  const done = expectValue(
    await controller.ask({ operation: "action", id, action: "heal" }),
  );
  expectContains(done, { state: "well" });
});

Deno.test("AnimalController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new AnimalController("animal_controller", {}),
    {
      store_operation: (command: StoreCommand<Animal>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Animal>>("process_request", request),
  );
});
