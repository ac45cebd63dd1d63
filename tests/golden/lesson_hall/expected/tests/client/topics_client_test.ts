/**
 * The client about topics, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type TopicCreate } from "../../client/client.ts";
import { makeTopic } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a topic", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const body: TopicCreate = {
    name: "Some name",
  };
  const created = await client.topics.create(body);
  assert.deepEqual(await client.topics.get(created.name), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.topics.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a topic", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aTopic = await makeTopic(test.system);
  const found = await client.topics.get(aTopic.name);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.topics.getIfChanged(aTopic.name, same), undefined);
  await assert.rejects(client.topics.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all topics, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const stored = [await makeTopic(test.system), await makeTopic(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.topics.listAll({ limit: 1 })) {
    keys.add(one.name);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a topic", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "teacher");
  const aTopic = await makeTopic(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.topics.patch(aTopic.name, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a topic", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "teacher");
  const aTopic = await makeTopic(test.system);
  await client.topics.delete(aTopic.name);
  await assert.rejects(client.topics.delete(aTopic.name), refusal(404));
});
