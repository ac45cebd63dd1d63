/**
 * The client about readings, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { makeReading } from "../samples.ts";
import { clientOf, startTestSystem } from "../test_system.ts";

Deno.test("the client lists all readings, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeReading(test.system),
    await makeReading(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.readings.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});
