/**
 * The client about bookmarks, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BookmarkCreate, tagOf } from "../../client/client.ts";
import { makeBookmark } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a bookmark", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: BookmarkCreate = {
    title: "Some title",
    link: "https://example.com/",
  };
  const created = await client.bookmarks.create(body);
  assert.deepEqual(await client.bookmarks.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.bookmarks.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a bookmark", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBookmark = await makeBookmark(test.system);
  const found = await client.bookmarks.get(aBookmark.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.bookmarks.getIfChanged(aBookmark.id, {}, same),
    undefined,
  );
  const part = await client.bookmarks.get(aBookmark.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.bookmarks.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all bookmarks, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeBookmark(test.system),
    await makeBookmark(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.bookmarks.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a bookmark", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBookmark = await makeBookmark(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.bookmarks.patch(aBookmark.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a bookmark", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBookmark = await makeBookmark(test.system);
  await client.bookmarks.delete(aBookmark.id);
  await assert.rejects(client.bookmarks.delete(aBookmark.id), refusal(404));
});
