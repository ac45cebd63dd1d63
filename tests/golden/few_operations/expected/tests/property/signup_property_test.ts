/**
 * What holds for every signup, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryEmail } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Signup } from "../../models/signup.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /signups keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    email: arbitraryEmail(),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Signup>("/signups", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /signups survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/signups";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});
