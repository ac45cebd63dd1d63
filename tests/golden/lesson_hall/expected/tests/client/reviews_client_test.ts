/**
 * The client about reviews, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ReviewCreate } from "../../client/client.ts";
import { makeCourse, makeReview } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a review", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const body: ReviewCreate = {
    text: "Some text",
    courseId: (await makeCourse(test.system)).id,
  };
  const created = await client.reviews.create(body);
  assert.deepEqual(await client.reviews.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.reviews.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a review", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aReview = await makeReview(test.system);
  const found = await client.reviews.get(aReview.id);
  assert.equal(typeof found, "object");
  await assert.rejects(client.reviews.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all reviews, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const stored = [await makeReview(test.system), await makeReview(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.reviews.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a review", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aReview = await makeReview(test.system);
  const change = { text: "Changed" } as const;
  const changed = await client.reviews.patch(aReview.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a review", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aReview = await makeReview(test.system);
  await client.reviews.delete(aReview.id);
  await assert.rejects(client.reviews.delete(aReview.id), refusal(404));
});
