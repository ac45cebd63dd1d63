/**
 * The client about tasks, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type TaskCreate } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeTask } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a task", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: TaskCreate = {
    title: "Some title",
    description: "Some description",
  };
  const created = await client.tasks.create(body);
  assert.deepEqual(await client.tasks.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.tasks.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a task", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTask = await makeTask(test.system);
  const found = await client.tasks.get(aTask.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.tasks.getIfChanged(aTask.id, {}, same), undefined);
  const part = await client.tasks.get(aTask.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.tasks.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all tasks, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeTask(test.system), await makeTask(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.tasks.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a task", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTask = await makeTask(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.tasks.patch(aTask.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a task", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTask = await makeTask(test.system);
  await client.tasks.delete(aTask.id);
  await assert.rejects(client.tasks.delete(aTask.id), refusal(404));
});

Deno.test("the client carries out complete on a task", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTask = await makeTask(test.system);
  const done = await client.tasks.complete(aTask.id);
  expectContains(done, { completed: true });
});
