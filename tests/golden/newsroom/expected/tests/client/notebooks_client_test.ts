/**
 * The client about notebooks, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type NotebookCreate, tagOf } from "../../client/client.ts";
import { makeNotebook } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a notebook", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: NotebookCreate = {
    name: "Some name",
  };
  const created = await client.notebooks.create(body);
  assert.deepEqual(await client.notebooks.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.notebooks.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a notebook", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNotebook = await makeNotebook(test.system);
  const found = await client.notebooks.get(aNotebook.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.notebooks.getIfChanged(aNotebook.id, {}, same),
    undefined,
  );
  const part = await client.notebooks.get(aNotebook.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.notebooks.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all notebooks, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeNotebook(test.system),
    await makeNotebook(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.notebooks.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a notebook", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNotebook = await makeNotebook(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.notebooks.patch(aNotebook.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a notebook", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNotebook = await makeNotebook(test.system);
  await client.notebooks.delete(aNotebook.id);
  await assert.rejects(client.notebooks.delete(aNotebook.id), refusal(404));
});
