/**
 * What clients can rely on: every endpoint of profiles, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectConditionalChange } from "../../kit/expect_conditions.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Profile } from "../../models/profile.ts";
import { makeProfile, profileBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("PUT /profiles/{id} replaces a profile, never creates one", async () => {
  await using test = await startTestSystem();
  const aProfile = await makeProfile(test.system);
  const body = { ...profileBody() };
  const replaced = await test.client.put<Profile>(
    `/profiles/${aProfile.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aProfile.id,
    createdAt: aProfile.createdAt,
  });
  expectProblem(
    await test.client.put(`/profiles/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("/profiles/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aProfile = await makeProfile(test.system);
  const path = `/profiles/${aProfile.id}`;
  const body = { ...profileBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
});

Deno.test("GET /profiles does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/profiles", { method: "GET" }), 404);
});

Deno.test("POST /profiles does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/profiles", { method: "POST" }), 404);
});

Deno.test("GET /profiles/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/profiles/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    405,
  );
});

Deno.test("PATCH /profiles/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/profiles/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    405,
  );
});

Deno.test("DELETE /profiles/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/profiles/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
