/**
 * The client about people, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { makeReader } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client reads a person", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aReader = await makeReader(test.system);
  const found = await client.people.get(aReader.name);
  assert.equal(typeof found, "object");
  await assert.rejects(client.people.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client sets the mark follow on a person and takes it back", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aReader = await makeReader(test.system);
  const marked = await client.people.setFollow(aReader.name);
  const plain = await client.people.takeFollow(aReader.name);
  assert.deepEqual([marked.following, plain.following], [true, false]);
});
