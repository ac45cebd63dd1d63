/**
 * The client about events, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type EventEntityCreate, tagOf } from "../../client/client.ts";
import { makeEvent } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an event", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: EventEntityCreate = {
    title: "Some title",
  };
  const created = await client.events.create(body);
  assert.deepEqual(await client.events.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.events.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an event", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anEvent = await makeEvent(test.system);
  const found = await client.events.get(anEvent.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.events.getIfChanged(anEvent.id, {}, same),
    undefined,
  );
  const part = await client.events.get(anEvent.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.events.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all events, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeEvent(test.system), await makeEvent(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.events.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an event", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anEvent = await makeEvent(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.events.patch(anEvent.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an event", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anEvent = await makeEvent(test.system);
  await client.events.delete(anEvent.id);
  await assert.rejects(client.events.delete(anEvent.id), refusal(404));
});
