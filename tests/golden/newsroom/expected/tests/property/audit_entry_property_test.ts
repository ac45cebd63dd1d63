/**
 * What holds for every audit entry, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /audit-entries survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom("limit", "cursor", "sort", "q", "id", "event");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/audit-entries?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
