/**
 * The client about sessions, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { makeSession } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client deletes a session", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSession = await makeSession(test.system);
  await client.sessions.delete(aSession.id);
  await assert.rejects(client.sessions.delete(aSession.id), refusal(404));
});
