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
    fullName: "Some full name",
    password: crypto.randomUUID(),
  } as const;
  await client.auth.register(body);
  const { email, password } = body;
  const signedIn = await client.auth.login({ email, password });
  token = undefined;
  await assert.rejects(client.auth.me(), refusal(401));
  token = signedIn.accessToken;
  const self = await client.auth.me();
  assert.equal(typeof self, "object");
  const wrong = { email, password: crypto.randomUUID() };
  await assert.rejects(client.auth.login(wrong), refusal(401));
});
