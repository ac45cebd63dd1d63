/**
 * What clients can rely on: every endpoint of signups, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Signup } from "../../models/signup.ts";
import { signupBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /signups creates a signup", async () => {
  await using test = await startTestSystem();
  const body = signupBody();

  const created = await test.client.post<Signup>("/signups", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/signups/${created.body.id}`);
  expectContains(created.body, body);
});

Deno.test("POST /signups refuses what is not a signup", async (t) => {
  await using test = await startTestSystem();
  const body = signupBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["email missing", { email: undefined }, "email"],
    ["email of the wrong type", { email: { not: "this" } }, "email"],
    ["email too long", { email: "x".repeat(255) + "@example.com" }, "email"],
    ["email malformed", { email: "not this" }, "email"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/signups", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/signups", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/signups", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("GET /signups does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/signups", { method: "GET" }), 405);
});

Deno.test("GET /signups/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/signups/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    404,
  );
});

Deno.test("PUT /signups/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/signups/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    404,
  );
});

Deno.test("PATCH /signups/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/signups/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    404,
  );
});

Deno.test("DELETE /signups/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/signups/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    404,
  );
});
