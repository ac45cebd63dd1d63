/**
 * The client about settings, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { makeSetting } from "../samples.ts";
import { clientOf, startTestSystem } from "../test_system.ts";

Deno.test("the client changes a setting", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSetting = await makeSetting(test.system);
  const change = { value: "Changed" } as const;
  const changed = await client.settings.patch(aSetting.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});
