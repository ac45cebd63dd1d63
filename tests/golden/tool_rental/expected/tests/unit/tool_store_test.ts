/**
 * The store of tools alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { ToolStore } from "../../components/tool_store.ts";
import type { Tool } from "../../models/tool.ts";

const A_TOOL: Tool = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  broken: true,
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new ToolStore("tool_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Tool>) =>
      bench.request<StoreResult<Tool>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ToolStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ToolStore("tool_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_TOOL },
        { kind: "get", id: A_TOOL.id },
        { kind: "delete", id: A_TOOL.id, now: A_TOOL.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ToolStore returns a tool as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_TOOL }), {
    kind: "entity",
    entity: A_TOOL,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_TOOL.id }), {
    kind: "entity",
    entity: A_TOOL,
    version: 1,
  });
});

Deno.test("ToolStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TOOL });
  const entity = { ...A_TOOL, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ToolStore deletes a tool once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TOOL });
  const command = {
    kind: "delete",
    id: A_TOOL.id,
    now: A_TOOL.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ToolStore finds a tool by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TOOL });
  await expectFound((command) => store.run(command), A_TOOL, {
    fields: ["name", "broken"],
    texts: ["name"],
  });
});
