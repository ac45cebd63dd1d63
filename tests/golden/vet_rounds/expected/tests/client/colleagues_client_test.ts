/**
 * The client about colleagues, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf } from "../../client/client.ts";
import { makeUser } from "../samples.ts";
import { refusal, signedIn, startTestSystem } from "../test_system.ts";

Deno.test("the client reads a colleague", async () => {
  await using test = await startTestSystem();
  const client = await signedIn(test, "vet");
  const aUser = await makeUser(test.system);
  const found = await client.colleagues.get(aUser.email);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.colleagues.getIfChanged(aUser.email, same),
    undefined,
  );
  await assert.rejects(
    client.colleagues.get(crypto.randomUUID()),
    refusal(404),
  );
});
