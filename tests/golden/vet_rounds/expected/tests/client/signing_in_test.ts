/**
 * The client of somebody who signs in, against the system under test.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client signs in, and sends the token that it is given", async () => {
  await using test = await startTestSystem();
  let token: string | undefined;
  const client = clientOf(test, () => token);
  const body = {
    email: "someone@example.com",
    full_name: "Some full name",
    practice: { name: "Some name", open_since: "2030-01-15" },
    password: crypto.randomUUID(),
  } as const;
  await client.account.register(body);
  const { email, password } = body;
  const signedIn = await client.account.login({ email, password });
  token = undefined;
  await assert.rejects(client.account.readSelf(), refusal(401));
  token = signedIn.token;
  const self = await client.account.readSelf();
  assert.equal(typeof self, "object");
  const wrong = { email, password: crypto.randomUUID() };
  await assert.rejects(client.account.login(wrong), refusal(401));
});
