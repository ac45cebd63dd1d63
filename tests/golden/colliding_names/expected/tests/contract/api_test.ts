/**
 * What clients can rely on: every endpoint of apis, called in process.
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
import type { API } from "../../models/api.ts";
import { apiBody, makeAPI } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /apis lists apis page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeAPI(test.system);
  const second = await makeAPI(test.system);

  const page = await test.client.get<Page<API>>("/apis?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<API>>(
    `/apis?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /apis sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeAPI(test.system);
  const second = await makeAPI(test.system, { n: "Changed" });

  const sorted = await test.client.get<Page<API>>("/apis?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ n: String("Changed") });
  const filtered = await test.client.get<Page<API>>(`/apis?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /apis filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/apis",
    entity: await makeAPI(test.system),
    fields: ["n"],
    choices: {},
  });
});

Deno.test("GET /apis?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeAPI(test.system);
  for (const field of ["n"]) {
    const q = `needle ${field}`;
    const anAPI = await makeAPI(test.system, { [field]: q });
    const found = await test.client.get<Page<API>>(
      `/apis?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anAPI]);
  }
});

Deno.test("GET /apis refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/apis?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/apis?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/apis?cursor=nonsense"), 400);
});

Deno.test("POST /apis creates an api", async () => {
  await using test = await startTestSystem();
  const body = apiBody();

  const created = await test.client.post<API>("/apis", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/apis/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/apis/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /apis refuses what is not an api", async (t) => {
  await using test = await startTestSystem();
  const body = apiBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["n of the wrong type", { n: { not: "this" } }, "n"],
    ["n too long", { n: "x".repeat(201) }, "n"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/apis", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/apis", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/apis", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /apis takes an api at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { n: undefined }, { n: null }],
    ["n as long as it may be", { n: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = apiBody();
      const created = await test.client.post<API>("/apis", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /apis/{id} reads one api", async () => {
  await using test = await startTestSystem();
  const anAPI = await makeAPI(test.system);
  const found = await test.client.get(`/apis/${anAPI.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anAPI);
  expectProblem(await test.client.get(`/apis/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/apis/no-uuid"), 404);
});

Deno.test("GET /apis/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anAPI = await makeAPI(test.system);
  await expectConditionalRead(test.client, `/apis/${anAPI.id}`);
});

Deno.test("PUT /apis/{id} replaces an api, never creates one", async () => {
  await using test = await startTestSystem();
  const anAPI = await makeAPI(test.system);
  const body = { ...apiBody() };
  const replaced = await test.client.put<API>(`/apis/${anAPI.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anAPI.id,
    createdAt: anAPI.createdAt,
  });
  expectProblem(
    await test.client.put(`/apis/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /apis/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anAPI = await makeAPI(test.system);
  const changed = await test.client.patch<API>(`/apis/${anAPI.id}`, {
    n: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anAPI,
    n: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/apis/${anAPI.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/apis/${anAPI.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/apis/${anAPI.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/apis/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /apis/{id} deletes an api once", async () => {
  await using test = await startTestSystem();
  const anAPI = await makeAPI(test.system);
  assert.equal((await test.client.delete(`/apis/${anAPI.id}`)).status, 204);
  expectProblem(await test.client.delete(`/apis/${anAPI.id}`), 404);
});

Deno.test("/apis/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anAPI = await makeAPI(test.system);
  const path = `/apis/${anAPI.id}`;
  const body = { ...apiBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
