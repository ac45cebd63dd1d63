/**
 * The client about tags, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type TagCreate, tagOf } from "../../client/client.ts";
import { makeTag } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a tag", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: TagCreate = {
    label: "Some label",
  };
  const created = await client.tags.create(body);
  assert.deepEqual(await client.tags.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.tags.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a tag", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTag = await makeTag(test.system);
  const found = await client.tags.get(aTag.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.tags.getIfChanged(aTag.id, {}, same), undefined);
  const part = await client.tags.get(aTag.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.tags.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all tags, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeTag(test.system), await makeTag(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.tags.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});
