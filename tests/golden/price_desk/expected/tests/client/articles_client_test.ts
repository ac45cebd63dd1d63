/**
 * The client about articles, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ArticleCreate, tagOf } from "../../client/client.ts";
import { makeArticle } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an article", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ArticleCreate = {
    title: "Some title",
    price: 9.5,
  };
  const created = await client.articles.create(body);
  assert.deepEqual(await client.articles.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.articles.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an article", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anArticle = await makeArticle(test.system);
  const found = await client.articles.get(anArticle.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.articles.getIfChanged(anArticle.id, {}, same),
    undefined,
  );
  const part = await client.articles.get(anArticle.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.articles.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all articles, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeArticle(test.system),
    await makeArticle(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.articles.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an article", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anArticle = await makeArticle(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.articles.patch(anArticle.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an article", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anArticle = await makeArticle(test.system);
  await client.articles.delete(anArticle.id);
  await assert.rejects(client.articles.delete(anArticle.id), refusal(404));
});
