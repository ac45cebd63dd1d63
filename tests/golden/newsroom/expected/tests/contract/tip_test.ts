/**
 * What clients can rely on: every endpoint of tips, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Tip } from "../../models/tip.ts";
import { makeTip, tipBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tips lists tips page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeTip(test.system);
  const second = await makeTip(test.system);

  const page = await test.client.get<Page<Tip>>("/tips?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Tip>>(
    `/tips?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /tips sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeTip(test.system);
  const second = await makeTip(test.system, { text: "Changed" });

  const sorted = await test.client.get<Page<Tip>>("/tips?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ text: String("Changed") });
  const filtered = await test.client.get<Page<Tip>>(`/tips?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /tips filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/tips",
    entity: await makeTip(test.system),
    fields: ["text", "senderId"],
    choices: {},
  });
});

Deno.test("GET /tips?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeTip(test.system);
  for (const field of ["text"]) {
    const q = `needle ${field}`;
    const aTip = await makeTip(test.system, { [field]: q });
    const found = await test.client.get<Page<Tip>>(
      `/tips?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aTip]);
  }
});

Deno.test("GET /tips refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/tips?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/tips?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/tips?cursor=nonsense"), 400);
});

Deno.test("POST /tips creates a tip", async () => {
  await using test = await startTestSystem();
  const body = tipBody();

  const created = await test.client.post<Tip>("/tips", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/tips/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/tips/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /tips refuses what is not a tip", async (t) => {
  await using test = await startTestSystem();
  const body = tipBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["text missing", { text: undefined }, "text"],
    ["text of the wrong type", { text: { not: "this" } }, "text"],
    ["text blank", { text: " " }, "text"],
    ["text too long", { text: "x".repeat(5001) }, "text"],
    ["senderId of the wrong type", { senderId: { not: "this" } }, "senderId"],
    ["senderId of nothing", { senderId: crypto.randomUUID() }, "senderId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/tips", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/tips", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/tips", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /tips takes a tip at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["text as long as it may be", { text: "x".repeat(5000) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = tipBody();
      const created = await test.client.post<Tip>("/tips", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /tips/{id} reads one tip", async () => {
  await using test = await startTestSystem();
  const aTip = await makeTip(test.system);
  const found = await test.client.get(`/tips/${aTip.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aTip);
  expectProblem(await test.client.get(`/tips/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/tips/no-uuid"), 404);
});

Deno.test("GET /tips/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aTip = await makeTip(test.system);
  await expectConditionalRead(test.client, `/tips/${aTip.id}`);
});

Deno.test("DELETE /tips/{id} deletes a tip once", async () => {
  await using test = await startTestSystem();
  const aTip = await makeTip(test.system);
  assert.equal((await test.client.delete(`/tips/${aTip.id}`)).status, 204);
  expectProblem(await test.client.delete(`/tips/${aTip.id}`), 404);
});

Deno.test("/tips/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTip = await makeTip(test.system);
  const path = `/tips/${aTip.id}`;
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
