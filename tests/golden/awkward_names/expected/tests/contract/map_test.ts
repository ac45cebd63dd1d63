/**
 * What clients can rely on: every endpoint of maps, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import { expectConditionalRead } from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { MapEntity } from "../../models/map.ts";
import { makeMap, mapBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /maps lists maps page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeMap(test.system);
  const second = await makeMap(test.system);

  const page = await test.client.get<Page<MapEntity>>("/maps?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<MapEntity>>(
    `/maps?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /maps sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeMap(test.system);
  const second = await makeMap(test.system, { function: "Changed" });

  const sorted = await test.client.get<Page<MapEntity>>("/maps?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ function: String("Changed") });
  const filtered = await test.client.get<Page<MapEntity>>(`/maps?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /maps filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/maps",
    entity: await makeMap(test.system),
    fields: ["function", "return"],
    choices: {},
  });
});

Deno.test("GET /maps?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeMap(test.system);
  for (const field of ["function"]) {
    const q = `needle ${field}`;
    const aMap = await makeMap(test.system, { [field]: q });
    const found = await test.client.get<Page<MapEntity>>(
      `/maps?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aMap]);
  }
});

Deno.test("GET /maps refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/maps?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/maps?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/maps?cursor=nonsense"), 400);
});

Deno.test("POST /maps creates a map", async () => {
  await using test = await startTestSystem();
  const body = mapBody();

  const created = await test.client.post<MapEntity>("/maps", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/maps/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/maps/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /maps refuses what is not a map", async (t) => {
  await using test = await startTestSystem();
  const body = mapBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["function missing", { function: undefined }, "function"],
    ["function of the wrong type", { function: { not: "this" } }, "function"],
    ["function blank", { function: " " }, "function"],
    ["function too long", { function: "x".repeat(201) }, "function"],
    ["return of the wrong type", { return: { not: "this" } }, "return"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/maps", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/maps", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/maps", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /maps takes a map at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { return: undefined }, { return: null }],
    ["function as long as it may be", { function: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = mapBody();
      const created = await test.client.post<MapEntity>("/maps", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /maps refuses a second map with the same function", async () => {
  await using test = await startTestSystem();
  const taken = (await makeMap(test.system)).function;
  expectProblem(
    await test.client.post("/maps", { ...mapBody(), function: taken }),
    409,
    "function",
  );
});

Deno.test("GET /maps/{id} reads one map", async () => {
  await using test = await startTestSystem();
  const aMap = await makeMap(test.system);
  const found = await test.client.get(`/maps/${aMap.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aMap);
  expectProblem(await test.client.get(`/maps/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/maps/no-uuid"), 404);
});

Deno.test("GET /maps/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aMap = await makeMap(test.system);
  await expectConditionalRead(test.client, `/maps/${aMap.id}`);
});

Deno.test("PUT /maps/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/maps/${crypto.randomUUID()}`, { method: "PUT" }),
    405,
  );
});

Deno.test("PATCH /maps/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/maps/${crypto.randomUUID()}`, { method: "PATCH" }),
    405,
  );
});

Deno.test("DELETE /maps/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/maps/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
