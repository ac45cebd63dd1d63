/**
 * The client about courses, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type CourseCreate } from "../../client/client.ts";
import { makeCourse } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a course", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const body: CourseCreate = {
    code: "Some code",
    title: "Some title",
  };
  const created = await client.courses.create(body);
  assert.deepEqual(await client.courses.get(created.code), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.courses.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a course", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const found = await client.courses.get(aCourse.code);
  assert.equal(typeof found, "object");
  await assert.rejects(client.courses.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all courses, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const stored = [await makeCourse(test.system), await makeCourse(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.courses.listAll({ limit: 1 })) {
    keys.add(one.code);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a course", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const change = { code: "Changed" } as const;
  const changed = await client.courses.patch(aCourse.code, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a course", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  await client.courses.delete(aCourse.code);
  await assert.rejects(client.courses.delete(aCourse.code), refusal(404));
});

Deno.test("the client sets the mark like on a course and takes it back", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const marked = await client.courses.setLike(aCourse.code);
  const plain = await client.courses.takeLike(aCourse.code);
  assert.deepEqual([marked.liked, plain.liked], [true, false]);
});
