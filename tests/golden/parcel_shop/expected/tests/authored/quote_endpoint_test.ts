import assert from "node:assert/strict";
import { clientOf, startTestSystem } from "../test_system.ts";

Deno.test("a quote is the base price and 0.80 for each begun kilogram beyond the first", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  assert.deepEqual(
    await client.endpoints.quote({ weightGrams: 1001, zone: "europe" }),
    { cost: 9.8 },
  );
  assert.deepEqual(
    await client.endpoints.quote({ weightGrams: 1000, zone: "world" }),
    { cost: 19 },
  );
});
