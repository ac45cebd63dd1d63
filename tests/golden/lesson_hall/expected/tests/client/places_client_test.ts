/**
 * The client about places, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type PlaceCreate } from "../../client/client.ts";
import { makePlace } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a place", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "teacher");
  const body: PlaceCreate = {
    name: "Some name",
  };
  const created = await client.places.create(body);
  assert.deepEqual(await client.places.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.places.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a place", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "teacher");
  const aPlace = await makePlace(test.system);
  const found = await client.places.get(aPlace.id);
  assert.equal(typeof found, "object");
  await assert.rejects(client.places.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all places, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "teacher");
  const stored = [await makePlace(test.system), await makePlace(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.places.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a place", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "teacher");
  const aPlace = await makePlace(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.places.patch(aPlace.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a place", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "teacher");
  const aPlace = await makePlace(test.system);
  await client.places.delete(aPlace.id);
  await assert.rejects(client.places.delete(aPlace.id), refusal(404));
});
