/**
 * The client about announcements, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { makeAnnouncement } from "../samples.ts";
import { clientOf, startTestSystem } from "../test_system.ts";

Deno.test("the client lists all announcements, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeAnnouncement(test.system),
    await makeAnnouncement(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.announcements.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});
