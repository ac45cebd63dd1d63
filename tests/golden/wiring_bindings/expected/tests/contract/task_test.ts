/**
 * What clients can rely on: every endpoint of tasks, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Task } from "../../models/task.ts";
import { makeTask, taskBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tasks lists tasks page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeTask(test.system);
  const second = await makeTask(test.system);

  const page = await test.client.get<Page<Task>>("/tasks?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Task>>(
    `/tasks?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /tasks sorts", async () => {
  await using test = await startTestSystem();
  const first = await makeTask(test.system);
  const second = await makeTask(test.system);

  const sorted = await test.client.get<Page<Task>>("/tasks?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
});

Deno.test("GET /tasks refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/tasks?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/tasks?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/tasks?cursor=nonsense"), 400);
});

Deno.test("POST /tasks creates a task", async () => {
  await using test = await startTestSystem();
  const body = taskBody();

  const created = await test.client.post<Task>("/tasks", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/tasks/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/tasks/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /tasks refuses what is not a task", async (t) => {
  await using test = await startTestSystem();
  const body = taskBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["data missing", { data: undefined }, "data"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/tasks", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/tasks", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/tasks", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("GET /tasks/{id} reads one task", async () => {
  await using test = await startTestSystem();
  const aTask = await makeTask(test.system);
  const found = await test.client.get(`/tasks/${aTask.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aTask);
  expectProblem(await test.client.get(`/tasks/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/tasks/no-uuid"), 404);
});

Deno.test("GET /tasks/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aTask = await makeTask(test.system);
  await expectConditionalRead(test.client, `/tasks/${aTask.id}`);
});

Deno.test("PUT /tasks/{id} replaces a task, never creates one", async () => {
  await using test = await startTestSystem();
  const aTask = await makeTask(test.system);
  const body = { ...taskBody() };
  const replaced = await test.client.put<Task>(`/tasks/${aTask.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aTask.id,
    createdAt: aTask.createdAt,
  });
  expectProblem(
    await test.client.put(`/tasks/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /tasks/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aTask = await makeTask(test.system);
  const changed = await test.client.patch<Task>(`/tasks/${aTask.id}`, {
    data: { note: "something else" },
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aTask,
    data: { note: "something else" },
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/tasks/${aTask.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/tasks/${aTask.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/tasks/${aTask.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/tasks/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /tasks/{id} deletes a task once", async () => {
  await using test = await startTestSystem();
  const aTask = await makeTask(test.system);
  assert.equal((await test.client.delete(`/tasks/${aTask.id}`)).status, 204);
  expectProblem(await test.client.delete(`/tasks/${aTask.id}`), 404);
});

Deno.test("/tasks/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTask = await makeTask(test.system);
  const path = `/tasks/${aTask.id}`;
  const body = { ...taskBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
