/**
 * The client about sessions, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { makeSession } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";
import { clientOf, refusal } from "./test_client.ts";

Deno.test("the client deletes a session", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSession = await makeSession(test.system);
  await client.sessions.delete(aSession.id);
  await assert.rejects(client.sessions.delete(aSession.id), refusal(404));
});
