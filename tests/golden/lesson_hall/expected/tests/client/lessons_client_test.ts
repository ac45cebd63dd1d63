/**
 * The client about lessons, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type LessonCreate, tagOf } from "../../client/client.ts";
import { makeCourse, makeLesson } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a lesson", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const body: LessonCreate = {
    title: "Some title",
    minutes: 1,
  };
  const created = await client.lessons.create(aCourse.code, body);
  assert.deepEqual(
    await client.lessons.get(aCourse.code, created.number),
    created,
  );
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(
    client.lessons.create(aCourse.code, unknown),
    refusal(422),
  );
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a lesson", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const aLesson = await makeLesson(test.system, { courseId: aCourse.id });
  const found = await client.lessons.get(aCourse.code, aLesson.number);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.lessons.getIfChanged(aCourse.code, aLesson.number, same),
    undefined,
  );
  await assert.rejects(
    client.lessons.get(aCourse.code, 999_999_999),
    refusal(404),
  );
});

Deno.test("the client lists all lessons, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const stored = [
    await makeLesson(test.system, { courseId: aCourse.id }),
    await makeLesson(test.system, { courseId: aCourse.id }),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.lessons.listAll(aCourse.code, { limit: 1 })) {
    keys.add(one.number);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a lesson", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const aLesson = await makeLesson(test.system, { courseId: aCourse.id });
  const change = { title: "Changed" } as const;
  const changed = await client.lessons.patch(
    aCourse.code,
    aLesson.number,
    change,
  );
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a lesson", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aCourse = await makeCourse(test.system);
  const aLesson = await makeLesson(test.system, { courseId: aCourse.id });
  await client.lessons.delete(aCourse.code, aLesson.number);
  await assert.rejects(
    client.lessons.delete(aCourse.code, aLesson.number),
    refusal(404),
  );
});
