/**
 * The client about projects, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ProjectCreate, tagOf } from "../../client/client.ts";
import { makeProject } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a project", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ProjectCreate = {
    name: "Some name",
  };
  const created = await client.projects.create(body);
  assert.deepEqual(await client.projects.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.projects.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a project", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aProject = await makeProject(test.system);
  const found = await client.projects.get(aProject.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.projects.getIfChanged(aProject.id, {}, same),
    undefined,
  );
  const part = await client.projects.get(aProject.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.projects.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all projects, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeProject(test.system),
    await makeProject(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.projects.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a project", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aProject = await makeProject(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.projects.patch(aProject.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a project", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aProject = await makeProject(test.system);
  await client.projects.delete(aProject.id);
  await assert.rejects(client.projects.delete(aProject.id), refusal(404));
});
