/**
 * The client about people, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf } from "../../client/client.ts";
import { makeUser } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client reads a person", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test);
  const aUser = await makeUser(test.system);
  const found = await client.people.get(aUser.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.people.getIfChanged(aUser.id, same), undefined);
  await assert.rejects(client.people.get(crypto.randomUUID()), refusal(404));
});
