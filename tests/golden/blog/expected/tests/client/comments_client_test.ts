/**
 * The client about comments, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type CommentCreate, tagOf } from "../../client/client.ts";
import { makeComment, makePost } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a comment", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: CommentCreate = {
    authorName: "Some author name",
    text: "Some text",
    postId: (await makePost(test.system)).id,
  };
  const created = await client.comments.create(body);
  assert.deepEqual(await client.comments.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.comments.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a comment", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aComment = await makeComment(test.system);
  const found = await client.comments.get(aComment.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.comments.getIfChanged(aComment.id, {}, same),
    undefined,
  );
  const part = await client.comments.get(aComment.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.comments.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all comments, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeComment(test.system),
    await makeComment(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.comments.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client deletes a comment", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aComment = await makeComment(test.system);
  await client.comments.delete(aComment.id);
  await assert.rejects(client.comments.delete(aComment.id), refusal(404));
});
