/**
 * What clients can rely on: every endpoint of doors, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectConditionalChange } from "../../kit/expect_conditions.ts";
import { expectContains, expectProblem } from "../../kit/testing.ts";
import type { Door } from "../../models/door.ts";
import { makeDoor } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /doors/{id}/open takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aDoor = await makeDoor(test.system);
  const done = await test.client.post<Door>(`/doors/${aDoor.id}/open`);
  assert.equal(done.status, 200);
  expectContains(done.body, { open: true });
  const again = await test.client.post(`/doors/${aDoor.id}/open`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/doors/${crypto.randomUUID()}/open`),
    404,
  );
});

Deno.test("POST /doors/{id}/open takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aDoor = await makeDoor(test.system);
  const path = `/doors/${aDoor.id}/open`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("GET /doors does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/doors", { method: "GET" }), 404);
});

Deno.test("POST /doors does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/doors", { method: "POST" }), 404);
});

Deno.test("GET /doors/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/doors/${crypto.randomUUID()}`, { method: "GET" }),
    404,
  );
});

Deno.test("PUT /doors/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/doors/${crypto.randomUUID()}`, { method: "PUT" }),
    404,
  );
});

Deno.test("PATCH /doors/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/doors/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    404,
  );
});

Deno.test("DELETE /doors/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/doors/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    404,
  );
});
