/**
 * The client about books, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BookCreate } from "../../client/client.ts";
import { makeBook } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a book", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const body: BookCreate = {
    title: "Some title",
    about: "Some about",
    tags: ["Some tags"],
  };
  const created = await client.books.create(body);
  assert.deepEqual(await client.books.get(created.slug), created);
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a book", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  const found = await client.books.get(aBook.slug);
  assert.equal(typeof found, "object");
  await assert.rejects(client.books.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all books, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const stored = [await makeBook(test.system), await makeBook(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.books.listAll({ limit: 1 })) {
    keys.add(one.slug);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a book", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.books.patch(aBook.slug, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a book", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  await client.books.delete(aBook.slug);
  await assert.rejects(client.books.delete(aBook.slug), refusal(404));
});

Deno.test("the client sets the mark want on a book and takes it back", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  const marked = await client.books.setWant(aBook.slug);
  const plain = await client.books.takeWant(aBook.slug);
  assert.deepEqual([marked.wanted, plain.wanted], [true, false]);
});
