/**
 * What clients can rely on: every endpoint of sessions, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectConditionalChange } from "../../kit/expect_conditions.ts";
import { expectProblem } from "../../kit/testing.ts";
import { makeSession } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("DELETE /sessions/{id} deletes a session once", async () => {
  await using test = await startTestSystem();
  const aSession = await makeSession(test.system);
  assert.equal(
    (await test.client.delete(`/sessions/${aSession.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/sessions/${aSession.id}`), 404);
});

Deno.test("/sessions/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSession = await makeSession(test.system);
  const path = `/sessions/${aSession.id}`;
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("GET /sessions does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/sessions", { method: "GET" }), 404);
});

Deno.test("POST /sessions does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/sessions", { method: "POST" }), 404);
});

Deno.test("GET /sessions/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/sessions/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    405,
  );
});

Deno.test("PUT /sessions/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/sessions/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    405,
  );
});

Deno.test("PATCH /sessions/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/sessions/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    405,
  );
});
