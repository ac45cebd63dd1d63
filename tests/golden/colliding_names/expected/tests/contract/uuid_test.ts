/**
 * What clients can rely on: every endpoint of uuids, called in process.
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
import type { UUID } from "../../models/uuid.ts";
import { makeUUID, uuidBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /uuids lists uuids page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeUUID(test.system);
  const second = await makeUUID(test.system);

  const page = await test.client.get<Page<UUID>>("/uuids?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<UUID>>(
    `/uuids?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /uuids sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeUUID(test.system);
  const second = await makeUUID(test.system, { function: "Changed" });

  const sorted = await test.client.get<Page<UUID>>("/uuids?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ function: String("Changed") });
  const filtered = await test.client.get<Page<UUID>>(`/uuids?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /uuids filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/uuids",
    entity: await makeUUID(test.system),
    fields: ["function"],
    choices: {},
  });
});

Deno.test("GET /uuids?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeUUID(test.system);
  for (const field of ["function"]) {
    const q = `needle ${field}`;
    const anUUID = await makeUUID(test.system, { [field]: q });
    const found = await test.client.get<Page<UUID>>(
      `/uuids?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anUUID]);
  }
});

Deno.test("GET /uuids refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/uuids?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/uuids?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/uuids?cursor=nonsense"), 400);
});

Deno.test("POST /uuids creates an uuid", async () => {
  await using test = await startTestSystem();
  const body = uuidBody();

  const created = await test.client.post<UUID>("/uuids", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/uuids/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/uuids/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /uuids refuses what is not an uuid", async (t) => {
  await using test = await startTestSystem();
  const body = uuidBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["function missing", { function: undefined }, "function"],
    ["function of the wrong type", { function: { not: "this" } }, "function"],
    ["function blank", { function: " " }, "function"],
    ["function too long", { function: "x".repeat(201) }, "function"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/uuids", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/uuids", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/uuids", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /uuids takes an uuid at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["function as long as it may be", { function: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = uuidBody();
      const created = await test.client.post<UUID>("/uuids", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /uuids/{id} reads one uuid", async () => {
  await using test = await startTestSystem();
  const anUUID = await makeUUID(test.system);
  const found = await test.client.get(`/uuids/${anUUID.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anUUID);
  expectProblem(await test.client.get(`/uuids/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/uuids/no-uuid"), 404);
});

Deno.test("GET /uuids/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anUUID = await makeUUID(test.system);
  await expectConditionalRead(test.client, `/uuids/${anUUID.id}`);
});

Deno.test("PUT /uuids/{id} replaces an uuid, never creates one", async () => {
  await using test = await startTestSystem();
  const anUUID = await makeUUID(test.system);
  const body = { ...uuidBody() };
  const replaced = await test.client.put<UUID>(`/uuids/${anUUID.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anUUID.id,
    createdAt: anUUID.createdAt,
  });
  expectProblem(
    await test.client.put(`/uuids/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /uuids/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anUUID = await makeUUID(test.system);
  const changed = await test.client.patch<UUID>(`/uuids/${anUUID.id}`, {
    function: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anUUID,
    function: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/uuids/${anUUID.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/uuids/${anUUID.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/uuids/${anUUID.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/uuids/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /uuids/{id} deletes an uuid once", async () => {
  await using test = await startTestSystem();
  const anUUID = await makeUUID(test.system);
  assert.equal((await test.client.delete(`/uuids/${anUUID.id}`)).status, 204);
  expectProblem(await test.client.delete(`/uuids/${anUUID.id}`), 404);
});

Deno.test("/uuids/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anUUID = await makeUUID(test.system);
  const path = `/uuids/${anUUID.id}`;
  const body = { ...uuidBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
