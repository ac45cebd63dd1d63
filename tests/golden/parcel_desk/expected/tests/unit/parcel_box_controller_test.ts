/**
 * The controller of parcel boxes alone, with a table in memory in place of the store.
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
import { ParcelBoxController } from "../../components/parcel_box_controller.ts";
import { PARCEL_BOX_SPEC, type ParcelBox } from "../../models/parcel_box.ts";

const BODY = {
  boxNumber: "Some box number",
  dueOn: "2030-01-15",
  weightGrams: 1,
  gateCode: "Some gate co",
  senderOfId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<ParcelBox>(
    standalone(PARCEL_BOX_SPEC),
    new MemoryDatabase(),
  );
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new ParcelBoxController("parcel_box_controller", {}),
    {
      store_operation: (command: StoreCommand<ParcelBox>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<ParcelBox>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("ParcelBoxController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () => new ParcelBoxController("parcel_box_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<ParcelBox>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("ParcelBoxController gives a new parcel box its id, times and defaults", async () => {
  await using controller = await start();
  const aParcelBox = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as ParcelBox;
  expectContains(aParcelBox, BODY);
  assert.match(aParcelBox.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aParcelBox.createdAt, aParcelBox.updatedAt);
});

Deno.test("ParcelBoxController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("ParcelBoxController refuses boxNumber blank", async () => {
  await using controller = await start();
  const body = { ...BODY, boxNumber: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("ParcelBoxController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["boxNumber"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("ParcelBoxController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new ParcelBoxController("parcel_box_controller", {}),
    {
      store_operation: (command: StoreCommand<ParcelBox>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<ParcelBox>>("process_request", request),
  );
});
