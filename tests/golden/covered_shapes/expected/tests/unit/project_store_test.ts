/**
 * The store of projects alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { ProjectStore } from "../../components/project_store.ts";
import type { Project } from "../../models/project.ts";

const A_PROJECT: Project = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new ProjectStore("project_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Project>) =>
      bench.request<StoreResult<Project>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ProjectStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ProjectStore("project_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_PROJECT },
        { kind: "get", id: A_PROJECT.id },
        { kind: "delete", id: A_PROJECT.id, now: A_PROJECT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ProjectStore returns a project as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_PROJECT }), {
    kind: "entity",
    entity: A_PROJECT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_PROJECT.id }), {
    kind: "entity",
    entity: A_PROJECT,
    version: 1,
  });
});

Deno.test("ProjectStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PROJECT });
  const entity = { ...A_PROJECT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ProjectStore deletes a project once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PROJECT });
  const command = {
    kind: "delete",
    id: A_PROJECT.id,
    now: A_PROJECT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ProjectStore finds a project by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PROJECT });
  await expectFound((command) => store.run(command), A_PROJECT, {
    fields: ["name"],
    texts: ["name"],
  });
});
