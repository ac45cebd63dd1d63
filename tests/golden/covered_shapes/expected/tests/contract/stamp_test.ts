/**
 * What clients can rely on: every endpoint of stamps, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectProblem, textInit } from "../../kit/testing.ts";
import { makeStamp } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /stamps/{id} reads one stamp", async () => {
  await using test = await startTestSystem();
  const aStamp = await makeStamp(test.system);
  const found = await test.client.get(`/stamps/${aStamp.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aStamp);
  expectProblem(await test.client.get(`/stamps/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/stamps/no-uuid"), 404);
});

Deno.test("GET /stamps/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aStamp = await makeStamp(test.system);
  await expectConditionalRead(test.client, `/stamps/${aStamp.id}`);
});

Deno.test("PATCH /stamps/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aStamp = await makeStamp(test.system);
  const same = await test.client.patch(`/stamps/${aStamp.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/stamps/${aStamp.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/stamps/${aStamp.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/stamps/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /stamps/{id} never changes motif", async () => {
  await using test = await startTestSystem();
  const aStamp = await makeStamp(test.system);
  expectProblem(
    await test.client.patch(`/stamps/${aStamp.id}`, { motif: "Changed" }),
    422,
    "motif",
  );
});

Deno.test("/stamps/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aStamp = await makeStamp(test.system);
  const path = `/stamps/${aStamp.id}`;
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
});

Deno.test("GET /stamps does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/stamps", { method: "GET" }), 404);
});

Deno.test("POST /stamps does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/stamps", { method: "POST" }), 404);
});

Deno.test("PUT /stamps/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/stamps/${crypto.randomUUID()}`, { method: "PUT" }),
    405,
  );
});

Deno.test("DELETE /stamps/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/stamps/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
