/**
 * The controller of visits alone, with a table in memory in place of the store.
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
import { VisitController } from "../../components/visit_controller.ts";
import { type Visit, VISIT_SPEC } from "../../models/visit.ts";

const BODY = {
  reason: "Some reason",
  fee: 9.5,
  dueOn: "2030-01-15",
  practiceId: "01890a5d-ac96-774b-bcce-b302099a8057",
  animalId: "01890a5d-ac96-774b-bcce-b302099a8057",
  byId: "01890a5d-ac96-774b-bcce-b302099a8057",
  helperId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Visit>(standalone(VISIT_SPEC), new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new VisitController("visit_controller", {}),
    {
      store_operation: (command: StoreCommand<Visit>) => table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Visit>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("VisitController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new VisitController("visit_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Visit>) => table.execute(command),
    },
  });
});

Deno.test("VisitController gives a new visit its id, times and defaults", async () => {
  await using controller = await start();
  const aVisit = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Visit;
  expectContains(aVisit, BODY);
  assert.match(aVisit.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aVisit.createdAt, aVisit.updatedAt);
});

Deno.test("VisitController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("VisitController refuses reason blank", async () => {
  await using controller = await start();
  const body = { ...BODY, reason: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("VisitController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["reason", "fee", "animalId"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("VisitController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new VisitController("visit_controller", {}),
    {
      store_operation: (command: StoreCommand<Visit>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Visit>>("process_request", request),
  );
});
