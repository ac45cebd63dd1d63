/**
 * The client about notices, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type NoticeCreate, tagOf } from "../../client/client.ts";
import { makeNotice } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a notice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: NoticeCreate = {
    text: "Some text",
  };
  const created = await client.notices.create(body);
  assert.deepEqual(await client.notices.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.notices.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a notice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNotice = await makeNotice(test.system);
  const found = await client.notices.get(aNotice.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.notices.getIfChanged(aNotice.id, {}, same),
    undefined,
  );
  const part = await client.notices.get(aNotice.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.notices.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all notices, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeNotice(test.system), await makeNotice(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.notices.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a notice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNotice = await makeNotice(test.system);
  const change = { text: "Changed" } as const;
  const changed = await client.notices.patch(aNotice.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a notice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aNotice = await makeNotice(test.system);
  await client.notices.delete(aNotice.id);
  await assert.rejects(client.notices.delete(aNotice.id), refusal(404));
});
