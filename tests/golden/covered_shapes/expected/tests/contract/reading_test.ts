/**
 * What clients can rely on: every endpoint of readings, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectProblem } from "../../kit/testing.ts";
import type { Reading } from "../../models/reading.ts";
import { makeReading } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /readings lists readings page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeReading(test.system);
  const second = await makeReading(test.system);

  const page = await test.client.get<Page<Reading>>("/readings?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Reading>>(
    `/readings?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /readings sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeReading(test.system);
  const second = await makeReading(test.system, { sensor: "WOB" });

  const sorted = await test.client.get<Page<Reading>>("/readings?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ sensor: String("WOB") });
  const filtered = await test.client.get<Page<Reading>>(`/readings?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /readings filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/readings",
    entity: await makeReading(test.system),
    fields: ["sensor", "value", "serial"],
    choices: {},
  });
});

Deno.test("GET /readings refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/readings?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/readings?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/readings?cursor=nonsense"), 400);
});

Deno.test("POST /readings does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/readings", { method: "POST" }), 405);
});

Deno.test("GET /readings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/readings/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    404,
  );
});

Deno.test("PUT /readings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/readings/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    404,
  );
});

Deno.test("PATCH /readings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/readings/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    404,
  );
});

Deno.test("DELETE /readings/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/readings/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    404,
  );
});
