/**
 * The client about audit entries, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf } from "../../client/client.ts";
import { makeAuditEntry } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client reads an audit entry", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anAuditEntry = await makeAuditEntry(test.system);
  const found = await client.auditEntries.get(anAuditEntry.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.auditEntries.getIfChanged(anAuditEntry.id, {}, same),
    undefined,
  );
  const part = await client.auditEntries.get(anAuditEntry.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(
    client.auditEntries.get(crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all audit entries, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeAuditEntry(test.system),
    await makeAuditEntry(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.auditEntries.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});
