/**
 * What clients can rely on: every endpoint of badges, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import { expectConditionalRead } from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Badge } from "../../models/badge.ts";
import { badgeBody, makeBadge } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /badges lists badges page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeBadge(test.system);
  const second = await makeBadge(test.system);

  const page = await test.client.get<Page<Badge>>("/badges?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Badge>>(
    `/badges?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /badges sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeBadge(test.system);
  const second = await makeBadge(test.system, { number: 99999 });

  const sorted = await test.client.get<Page<Badge>>("/badges?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ number: String(99999) });
  const filtered = await test.client.get<Page<Badge>>(`/badges?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /badges filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/badges",
    entity: await makeBadge(test.system),
    fields: ["number"],
    choices: {},
  });
});

Deno.test("GET /badges refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/badges?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/badges?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/badges?cursor=nonsense"), 400);
});

Deno.test("POST /badges creates a badge", async () => {
  await using test = await startTestSystem();
  const body = badgeBody();

  const created = await test.client.post<Badge>("/badges", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/badges/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/badges/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /badges refuses what is not a badge", async (t) => {
  await using test = await startTestSystem();
  const body = badgeBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["number missing", { number: undefined }, "number"],
    ["number of the wrong type", { number: { not: "this" } }, "number"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/badges", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/badges", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/badges", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /badges refuses a second badge with the same number", async () => {
  await using test = await startTestSystem();
  const taken = (await makeBadge(test.system)).number;
  expectProblem(
    await test.client.post("/badges", { ...badgeBody(), number: taken }),
    409,
    "number",
  );
});

Deno.test("GET /badges/{id} reads one badge", async () => {
  await using test = await startTestSystem();
  const aBadge = await makeBadge(test.system);
  const found = await test.client.get(`/badges/${aBadge.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aBadge);
  expectProblem(await test.client.get(`/badges/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/badges/no-uuid"), 404);
});

Deno.test("GET /badges/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aBadge = await makeBadge(test.system);
  await expectConditionalRead(test.client, `/badges/${aBadge.id}`);
});

Deno.test("PUT /badges/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/badges/${crypto.randomUUID()}`, { method: "PUT" }),
    405,
  );
});

Deno.test("PATCH /badges/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/badges/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    405,
  );
});

Deno.test("DELETE /badges/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/badges/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
