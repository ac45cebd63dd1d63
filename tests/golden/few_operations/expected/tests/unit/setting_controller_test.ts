/**
 * The controller of settings alone, with a table in memory in place of the store.
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
import { SettingController } from "../../components/setting_controller.ts";
import { type Setting, SETTING_SPEC } from "../../models/setting.ts";

const BODY = { value: "Some value" };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<Setting>(SETTING_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new SettingController("setting_controller", {}),
    {
      store_operation: (command: StoreCommand<Setting>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Setting>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("SettingController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(() => new SettingController("setting_controller", {}), {
    messages: {
      process_request: [{ operation: "create", body: BODY }],
    },
    // No request at all: its handler throws.
    failing: { process_request: [null] },
    replies: {
      store_operation: (command: StoreCommand<Setting>) =>
        table.execute(command),
    },
  });
});

Deno.test("SettingController gives a new setting its id, times and defaults", async () => {
  await using controller = await start();
  const aSetting = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as Setting;
  expectContains(aSetting, BODY);
  assert.match(aSetting.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(aSetting.createdAt, aSetting.updatedAt);
});

Deno.test("SettingController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("SettingController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new SettingController("setting_controller", {}),
    {
      store_operation: (command: StoreCommand<Setting>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<Setting>>("process_request", request),
  );
});
