/**
 * The client about groups, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type GroupCreate, tagOf } from "../../client/client.ts";
import { makeGroup } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a group", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: GroupCreate = {
    order: 1,
    select: "Some select",
  };
  const created = await client.groups.create(body);
  assert.deepEqual(await client.groups.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.groups.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a group", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aGroup = await makeGroup(test.system);
  const found = await client.groups.get(aGroup.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.groups.getIfChanged(aGroup.id, {}, same),
    undefined,
  );
  const part = await client.groups.get(aGroup.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.groups.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all groups, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeGroup(test.system), await makeGroup(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.groups.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a group", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aGroup = await makeGroup(test.system);
  const change = { order: 2 } as const;
  const changed = await client.groups.patch(aGroup.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a group", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aGroup = await makeGroup(test.system);
  await client.groups.delete(aGroup.id);
  await assert.rejects(client.groups.delete(aGroup.id), refusal(404));
});
