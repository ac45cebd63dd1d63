/**
 * The client about posts, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type PostCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makePost } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a post", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: PostCreate = {
    title: "Some title",
    body: "Some body",
  };
  const created = await client.posts.create(body);
  assert.deepEqual(await client.posts.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.posts.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a post", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aPost = await makePost(test.system);
  const found = await client.posts.get(aPost.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.posts.getIfChanged(aPost.id, {}, same), undefined);
  const part = await client.posts.get(aPost.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.posts.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all posts, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makePost(test.system), await makePost(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.posts.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a post", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aPost = await makePost(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.posts.patch(aPost.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a post", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aPost = await makePost(test.system);
  await client.posts.delete(aPost.id);
  await assert.rejects(client.posts.delete(aPost.id), refusal(404));
});

Deno.test("the client carries out publish on a post", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aPost = await makePost(test.system);
  const done = await client.posts.publish(aPost.id);
  expectContains(done, { status: "published" });
});
