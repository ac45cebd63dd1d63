/**
 * The store of settings alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { SettingStore } from "../../components/setting_store.ts";
import type { Setting } from "../../models/setting.ts";

const A_SETTING: Setting = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  value: "Some value",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new SettingStore("setting_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Setting>) =>
      bench.request<StoreResult<Setting>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("SettingStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new SettingStore("setting_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_SETTING },
        { kind: "get", id: A_SETTING.id },
        { kind: "delete", id: A_SETTING.id, now: A_SETTING.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("SettingStore returns a setting as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_SETTING }), {
    kind: "entity",
    entity: A_SETTING,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_SETTING.id }), {
    kind: "entity",
    entity: A_SETTING,
    version: 1,
  });
});

Deno.test("SettingStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SETTING });
  const entity = { ...A_SETTING, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("SettingStore deletes a setting once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SETTING });
  const command = {
    kind: "delete",
    id: A_SETTING.id,
    now: A_SETTING.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("SettingStore finds a setting by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SETTING });
  await expectFound((command) => store.run(command), A_SETTING, {
    fields: ["value"],
    texts: ["value"],
  });
});
