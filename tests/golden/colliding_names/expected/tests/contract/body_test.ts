/**
 * What clients can rely on: every endpoint of bodies, called in process.
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
import type { Body } from "../../models/body.ts";
import { bodyBody, makeBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /bodies lists bodies page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeBody(test.system);
  const second = await makeBody(test.system);

  const page = await test.client.get<Page<Body>>("/bodies?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Body>>(
    `/bodies?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /bodies sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeBody(test.system);
  const second = await makeBody(test.system, { enabled: false });

  const sorted = await test.client.get<Page<Body>>("/bodies?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ enabled: String(false) });
  const filtered = await test.client.get<Page<Body>>(`/bodies?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /bodies filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/bodies",
    entity: await makeBody(test.system),
    fields: ["enabled", "name"],
    choices: {},
  });
});

Deno.test("GET /bodies?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeBody(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const aBody = await makeBody(test.system, { [field]: q });
    const found = await test.client.get<Page<Body>>(
      `/bodies?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aBody]);
  }
});

Deno.test("GET /bodies refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/bodies?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/bodies?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/bodies?cursor=nonsense"), 400);
});

Deno.test("POST /bodies creates a body", async () => {
  await using test = await startTestSystem();
  const body = bodyBody();

  const created = await test.client.post<Body>("/bodies", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/bodies/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/bodies/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /bodies refuses what is not a body", async (t) => {
  await using test = await startTestSystem();
  const body = bodyBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["enabled of the wrong type", { enabled: { not: "this" } }, "enabled"],
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(201) }, "name"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/bodies", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/bodies", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/bodies", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /bodies takes a body at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { enabled: undefined }, { enabled: null }],
    ["name as long as it may be", { name: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = bodyBody();
      const created = await test.client.post<Body>("/bodies", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /bodies/{id} reads one body", async () => {
  await using test = await startTestSystem();
  const aBody = await makeBody(test.system);
  const found = await test.client.get(`/bodies/${aBody.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aBody);
  expectProblem(await test.client.get(`/bodies/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/bodies/no-uuid"), 404);
});

Deno.test("GET /bodies/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aBody = await makeBody(test.system);
  await expectConditionalRead(test.client, `/bodies/${aBody.id}`);
});

Deno.test("PUT /bodies/{id} replaces a body, never creates one", async () => {
  await using test = await startTestSystem();
  const aBody = await makeBody(test.system);
  const body = { ...bodyBody() };
  const replaced = await test.client.put<Body>(`/bodies/${aBody.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aBody.id,
    createdAt: aBody.createdAt,
  });
  expectProblem(
    await test.client.put(`/bodies/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /bodies/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aBody = await makeBody(test.system);
  const changed = await test.client.patch<Body>(`/bodies/${aBody.id}`, {
    enabled: false,
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aBody,
    enabled: false,
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/bodies/${aBody.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/bodies/${aBody.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/bodies/${aBody.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/bodies/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /bodies/{id} deletes a body once", async () => {
  await using test = await startTestSystem();
  const aBody = await makeBody(test.system);
  assert.equal((await test.client.delete(`/bodies/${aBody.id}`)).status, 204);
  expectProblem(await test.client.delete(`/bodies/${aBody.id}`), 404);
});

Deno.test("/bodies/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aBody = await makeBody(test.system);
  const path = `/bodies/${aBody.id}`;
  const body = { ...bodyBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
