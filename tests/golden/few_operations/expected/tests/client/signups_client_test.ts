/**
 * The client about signups, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type SignupCreate } from "../../client/client.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a signup", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: SignupCreate = {
    email: "someone@example.com",
  };
  const created = await client.signups.create(body);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.signups.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});
