/**
 * What clients can rely on: every endpoint of audit entries, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import { expectConditionalRead } from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectProblem } from "../../kit/testing.ts";
import type { AuditEntry } from "../../models/audit_entry.ts";
import { makeAuditEntry } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /audit-entries lists audit entries page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeAuditEntry(test.system);
  const second = await makeAuditEntry(test.system);

  const page = await test.client.get<Page<AuditEntry>>(
    "/audit-entries?limit=1",
  );
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<AuditEntry>>(
    `/audit-entries?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /audit-entries sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeAuditEntry(test.system);
  const second = await makeAuditEntry(test.system, { event: "Changed" });

  const sorted = await test.client.get<Page<AuditEntry>>(
    "/audit-entries?sort=-id",
  );
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ event: String("Changed") });
  const filtered = await test.client.get<Page<AuditEntry>>(
    `/audit-entries?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /audit-entries filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/audit-entries",
    entity: await makeAuditEntry(test.system),
    fields: ["event"],
    choices: {},
  });
});

Deno.test("GET /audit-entries?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeAuditEntry(test.system);
  for (const field of ["event"]) {
    const q = `needle ${field}`;
    const anAuditEntry = await makeAuditEntry(test.system, { [field]: q });
    const found = await test.client.get<Page<AuditEntry>>(
      `/audit-entries?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anAuditEntry]);
  }
});

Deno.test("GET /audit-entries refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/audit-entries?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/audit-entries?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/audit-entries?cursor=nonsense"), 400);
});

Deno.test("GET /audit-entries/{id} reads one audit entry", async () => {
  await using test = await startTestSystem();
  const anAuditEntry = await makeAuditEntry(test.system);
  const found = await test.client.get(`/audit-entries/${anAuditEntry.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anAuditEntry);
  expectProblem(
    await test.client.get(`/audit-entries/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/audit-entries/no-uuid"), 404);
});

Deno.test("GET /audit-entries/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anAuditEntry = await makeAuditEntry(test.system);
  await expectConditionalRead(test.client, `/audit-entries/${anAuditEntry.id}`);
});
