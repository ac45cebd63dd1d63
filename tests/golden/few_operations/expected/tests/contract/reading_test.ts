/**
 * What clients can rely on: every endpoint of readings, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectConditionalRead } from "../../kit/expect_conditions.ts";
import { expectProblem } from "../../kit/testing.ts";
import { makeReading } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /readings/{id} reads one reading", async () => {
  await using test = await startTestSystem();
  const aReading = await makeReading(test.system);
  const found = await test.client.get(`/readings/${aReading.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aReading);
  expectProblem(await test.client.get(`/readings/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/readings/no-uuid"), 404);
});

Deno.test("GET /readings/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aReading = await makeReading(test.system);
  await expectConditionalRead(test.client, `/readings/${aReading.id}`);
});

Deno.test("GET /readings does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/readings", { method: "GET" }), 404);
});

Deno.test("POST /readings does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/readings", { method: "POST" }), 404);
});

Deno.test("PUT /readings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/readings/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    405,
  );
});

Deno.test("PATCH /readings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/readings/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    405,
  );
});

Deno.test("DELETE /readings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/readings/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
