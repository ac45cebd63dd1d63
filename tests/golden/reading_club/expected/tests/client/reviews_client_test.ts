/**
 * The client about reviews, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ReviewCreate } from "../../client/client.ts";
import { makeBook, makeReview } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a review", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  const body: ReviewCreate = {
    stars: 1,
    text: "Some text",
  };
  const created = await client.reviews.create(aBook.slug, body);
  assert.deepEqual(await client.reviews.get(aBook.slug, created.id), created);
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a review", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  const aReview = await makeReview(test.system, { bookId: aBook.id });
  const found = await client.reviews.get(aBook.slug, aReview.number);
  assert.equal(typeof found, "object");
  await assert.rejects(
    client.reviews.get(aBook.slug, 999_999_999),
    refusal(404),
  );
});

Deno.test("the client lists all reviews, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  const stored = [
    await makeReview(test.system, { bookId: aBook.id }),
    await makeReview(test.system, { bookId: aBook.id }),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.reviews.listAll(aBook.slug, { limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client deletes a review", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aBook = await makeBook(test.system);
  const aReview = await makeReview(test.system, { bookId: aBook.id });
  await client.reviews.delete(aBook.slug, aReview.number);
  await assert.rejects(
    client.reviews.delete(aBook.slug, aReview.number),
    refusal(404),
  );
});
