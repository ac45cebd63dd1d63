/**
 * What holds for every stamp, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { textInit } from "../../kit/testing.ts";
import { makeStamp } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("PATCH /stamps/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/stamps/${(await makeStamp(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});
