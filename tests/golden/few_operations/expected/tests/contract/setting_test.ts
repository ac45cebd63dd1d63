/**
 * What clients can rely on: every endpoint of settings, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectConditionalChange } from "../../kit/expect_conditions.ts";
import { expectProblem, textInit } from "../../kit/testing.ts";
import type { Setting } from "../../models/setting.ts";
import { makeSetting } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("PATCH /settings/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aSetting = await makeSetting(test.system);
  const changed = await test.client.patch<Setting>(`/settings/${aSetting.id}`, {
    value: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aSetting,
    value: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/settings/${aSetting.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/settings/${aSetting.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/settings/${aSetting.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/settings/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("/settings/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSetting = await makeSetting(test.system);
  const path = `/settings/${aSetting.id}`;
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
});

Deno.test("GET /settings does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/settings", { method: "GET" }), 404);
});

Deno.test("POST /settings does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/settings", { method: "POST" }), 404);
});

Deno.test("GET /settings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/settings/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    405,
  );
});

Deno.test("PUT /settings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/settings/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    405,
  );
});

Deno.test("DELETE /settings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/settings/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
