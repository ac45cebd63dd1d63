/**
 * The store of tasks alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { TaskStore } from "../../components/task_store.ts";
import type { Task } from "../../models/task.ts";

const A_TASK: Task = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new TaskStore("task_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Task>) =>
      bench.request<StoreResult<Task>>("commands", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("TaskStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new TaskStore("task_store", { database }), {
    messages: {
      commands: [
        { kind: "insert", entity: A_TASK },
        { kind: "get", id: A_TASK.id },
        { kind: "delete", id: A_TASK.id, now: A_TASK.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { commands: [null] },
  });
});

Deno.test("TaskStore returns a task as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_TASK }), {
    kind: "entity",
    entity: A_TASK,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_TASK.id }), {
    kind: "entity",
    entity: A_TASK,
    version: 1,
  });
});

Deno.test("TaskStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TASK });
  const entity = { ...A_TASK, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("TaskStore deletes a task once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TASK });
  const command = {
    kind: "delete",
    id: A_TASK.id,
    now: A_TASK.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("TaskStore finds a task by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TASK });
  await expectFound((command) => store.run(command), A_TASK, {
    fields: ["title"],
    texts: ["title"],
  });
});
