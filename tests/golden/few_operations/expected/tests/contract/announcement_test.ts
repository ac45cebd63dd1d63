/**
 * What clients can rely on: every endpoint of announcements, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectProblem } from "../../kit/testing.ts";
import type { Announcement } from "../../models/announcement.ts";
import { makeAnnouncement } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /announcements lists announcements page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeAnnouncement(test.system);
  const second = await makeAnnouncement(test.system);

  const page = await test.client.get<Page<Announcement>>(
    "/announcements?limit=1",
  );
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Announcement>>(
    `/announcements?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /announcements sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeAnnouncement(test.system);
  const second = await makeAnnouncement(test.system, { text: "Changed" });

  const sorted = await test.client.get<Page<Announcement>>(
    "/announcements?sort=-id",
  );
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ text: String("Changed") });
  const filtered = await test.client.get<Page<Announcement>>(
    `/announcements?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /announcements filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/announcements",
    entity: await makeAnnouncement(test.system),
    fields: ["text"],
    choices: {},
  });
});

Deno.test("GET /announcements?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeAnnouncement(test.system);
  for (const field of ["text"]) {
    const q = `needle ${field}`;
    const anAnnouncement = await makeAnnouncement(test.system, { [field]: q });
    const found = await test.client.get<Page<Announcement>>(
      `/announcements?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anAnnouncement]);
  }
});

Deno.test("GET /announcements refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/announcements?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/announcements?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/announcements?cursor=nonsense"), 400);
});

Deno.test("POST /announcements does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send("/announcements", { method: "POST" }),
    405,
  );
});

Deno.test("GET /announcements/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/announcements/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    404,
  );
});

Deno.test("PUT /announcements/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/announcements/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    404,
  );
});

Deno.test("PATCH /announcements/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/announcements/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    404,
  );
});

Deno.test("DELETE /announcements/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/announcements/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    404,
  );
});
