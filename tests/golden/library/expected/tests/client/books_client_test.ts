/**
 * The client about books, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BookCreate, tagOf } from "../../client/client.ts";
import { makeBook } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a book", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: BookCreate = {
    title: "Some title",
    author: "Some author",
    isbn: "Some isbn",
    publishedYear: 1,
    numberOfCopies: 1,
  };
  const created = await client.books.create(body);
  assert.deepEqual(await client.books.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.books.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a book", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBook = await makeBook(test.system);
  const found = await client.books.get(aBook.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.books.getIfChanged(aBook.id, {}, same), undefined);
  const part = await client.books.get(aBook.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.books.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all books, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeBook(test.system), await makeBook(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.books.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a book", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBook = await makeBook(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.books.patch(aBook.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a book", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBook = await makeBook(test.system);
  await client.books.delete(aBook.id);
  await assert.rejects(client.books.delete(aBook.id), refusal(404));
});
