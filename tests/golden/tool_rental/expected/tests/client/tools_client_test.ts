/**
 * The client about tools, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type ToolCreate } from "../../client/client.ts";
import { makeTool } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a tool", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ToolCreate = {
    name: "Some name",
  };
  const created = await client.tools.create(body);
  assert.deepEqual(await client.tools.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.tools.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a tool", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTool = await makeTool(test.system);
  const found = await client.tools.get(aTool.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.tools.getIfChanged(aTool.id, {}, same), undefined);
  const part = await client.tools.get(aTool.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.tools.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all tools, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeTool(test.system), await makeTool(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.tools.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a tool", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTool = await makeTool(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.tools.patch(aTool.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a tool", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTool = await makeTool(test.system);
  await client.tools.delete(aTool.id);
  await assert.rejects(client.tools.delete(aTool.id), refusal(404));
});
