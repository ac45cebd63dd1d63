/**
 * The client about concerts, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ConcertCreate } from "../../client/client.ts";
import { makeConcert } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a concert", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const body: ConcertCreate = {
    code: "Some code",
    title: "Some title",
    starts_on: "2030-01-15",
    program: "Some program",
  };
  const created = await client.concerts.create(body);
  assert.deepEqual(await client.concerts.get(created.code), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.concerts.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a concert", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  const found = await client.concerts.get(aConcert.code);
  assert.equal(typeof found, "object");
  await assert.rejects(client.concerts.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all concerts, page by page", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const stored = [
    await makeConcert(test.system),
    await makeConcert(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.concerts.listAll({ limit: 1 })) {
    keys.add(one.code);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a concert", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  const change = { code: "Changed" } as const;
  const changed = await client.concerts.patch(aConcert.code, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a concert", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aConcert = await makeConcert(test.system);
  await client.concerts.delete(aConcert.code);
  await assert.rejects(client.concerts.delete(aConcert.code), refusal(404));
});
