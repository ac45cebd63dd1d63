/**
 * What clients can rely on: every endpoint of xes, called in process.
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
import type { X } from "../../models/x.ts";
import { makeX, xBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /xes lists xes page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeX(test.system);
  const second = await makeX(test.system);

  const page = await test.client.get<Page<X>>("/xes?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<X>>(
    `/xes?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /xes sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeX(test.system);
  const second = await makeX(test.system, { y: "Changed" });

  const sorted = await test.client.get<Page<X>>("/xes?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ y: String("Changed") });
  const filtered = await test.client.get<Page<X>>(`/xes?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /xes filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/xes",
    entity: await makeX(test.system),
    fields: ["y"],
    choices: {},
  });
});

Deno.test("GET /xes?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeX(test.system);
  for (const field of ["y"]) {
    const q = `needle ${field}`;
    const aX = await makeX(test.system, { [field]: q });
    const found = await test.client.get<Page<X>>(
      `/xes?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aX]);
  }
});

Deno.test("GET /xes refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/xes?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/xes?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/xes?cursor=nonsense"), 400);
});

Deno.test("POST /xes creates a x", async () => {
  await using test = await startTestSystem();
  const body = xBody();

  const created = await test.client.post<X>("/xes", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/xes/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/xes/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /xes refuses what is not a x", async (t) => {
  await using test = await startTestSystem();
  const body = xBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["y of the wrong type", { y: { not: "this" } }, "y"],
    ["y too long", { y: "x".repeat(10001) }, "y"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/xes", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/xes", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/xes", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /xes takes a x at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { y: undefined }, { y: null }],
    ["y as long as it may be", { y: "x".repeat(10000) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = xBody();
      const created = await test.client.post<X>("/xes", { ...body, ...change });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /xes/{id} reads one x", async () => {
  await using test = await startTestSystem();
  const aX = await makeX(test.system);
  const found = await test.client.get(`/xes/${aX.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aX);
  expectProblem(await test.client.get(`/xes/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/xes/no-uuid"), 404);
});

Deno.test("GET /xes/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aX = await makeX(test.system);
  await expectConditionalRead(test.client, `/xes/${aX.id}`);
});

Deno.test("PUT /xes/{id} replaces a x, never creates one", async () => {
  await using test = await startTestSystem();
  const aX = await makeX(test.system);
  const body = { ...xBody() };
  const replaced = await test.client.put<X>(`/xes/${aX.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aX.id,
    createdAt: aX.createdAt,
  });
  expectProblem(
    await test.client.put(`/xes/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /xes/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aX = await makeX(test.system);
  const changed = await test.client.patch<X>(`/xes/${aX.id}`, { y: "Changed" });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aX,
    y: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/xes/${aX.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/xes/${aX.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/xes/${aX.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/xes/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /xes/{id} deletes a x once", async () => {
  await using test = await startTestSystem();
  const aX = await makeX(test.system);
  assert.equal((await test.client.delete(`/xes/${aX.id}`)).status, 204);
  expectProblem(await test.client.delete(`/xes/${aX.id}`), 404);
});

Deno.test("/xes/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aX = await makeX(test.system);
  const path = `/xes/${aX.id}`;
  const body = { ...xBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
