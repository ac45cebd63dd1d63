/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import { readSystemConfig } from "../config/system_config.ts";
import {
  expectAction,
  expectCreates,
  expectDeletes,
  expectKeeps,
  expectLists,
  posting,
} from "../kit/acceptance.ts";
import { MemoryDatabase } from "../kit/memory_database.ts";
import { makeTask, taskBody } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 task: Add new tasks with title and description", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/tasks", await makeTask(test.system));
});

Deno.test("R1 task.create: Add new tasks with title and description", async () => {
  await using test = await startTestSystem();
  await expectCreates(test.client, "/tasks", taskBody());
});

Deno.test("R1 task.title: Add new tasks with title and description", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/tasks"), taskBody(), "title");
});

Deno.test("R1 task.description: Add new tasks with title and description", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/tasks"), taskBody(), "description");
});

Deno.test("R2 task: Mark tasks as completed", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/tasks", await makeTask(test.system));
});

Deno.test("R2 task.complete: Mark tasks as completed", async () => {
  await using test = await startTestSystem();
  await expectAction(
    test.client,
    `/tasks/${(await makeTask(test.system)).id}/complete`,
    { completed: true },
  );
});

Deno.test("R2 task.completed: Mark tasks as completed", async () => {
  await using test = await startTestSystem();
  await expectKeeps(posting(test.client, "/tasks"), {
    ...taskBody(),
    completed: true,
  }, "completed");
});

Deno.test("R3 task: List all tasks", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/tasks", await makeTask(test.system));
});

Deno.test("R3 task.list: List all tasks", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/tasks", await makeTask(test.system));
});

Deno.test("R4 task: Delete tasks", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/tasks", await makeTask(test.system));
});

Deno.test("R4 task.delete: Delete tasks", async () => {
  await using test = await startTestSystem();
  await expectDeletes(
    test.client,
    `/tasks/${(await makeTask(test.system)).id}`,
  );
});

Deno.test("R5 store.memory: Store data in memory for simplicity", async () => {
  await using test = await startTestSystem();
  assert.ok(test.system.taskStore.config.database instanceof MemoryDatabase);
});

Deno.test("R6 http: Expose REST endpoints on port 8080", async () => {
  await using test = await startTestSystem();
  assert.equal((await test.client.get("/openapi.json")).status, 200);
});

Deno.test("R6 http.port: Expose REST endpoints on port 8080", () => {
  assert.equal(readSystemConfig(new Map()).port, 8080);
});
