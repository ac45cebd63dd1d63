/**
 * The client about pages, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type PageEntityCreate, tagOf } from "../../client/client.ts";
import { makePage } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: PageEntityCreate = {
    title: "Some title",
  };
  const created = await client.pages.create(body);
  assert.deepEqual(await client.pages.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.pages.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aPage = await makePage(test.system);
  const found = await client.pages.get(aPage.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.pages.getIfChanged(aPage.id, {}, same), undefined);
  const part = await client.pages.get(aPage.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.pages.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all pages, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makePage(test.system), await makePage(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.pages.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aPage = await makePage(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.pages.patch(aPage.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aPage = await makePage(test.system);
  await client.pages.delete(aPage.id);
  await assert.rejects(client.pages.delete(aPage.id), refusal(404));
});
