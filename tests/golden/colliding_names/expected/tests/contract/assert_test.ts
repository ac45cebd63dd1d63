/**
 * What clients can rely on: every endpoint of asserts, called in process.
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
import type { Assert } from "../../models/assert.ts";
import { assertBody, makeAssert } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /asserts lists asserts page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeAssert(test.system);
  const second = await makeAssert(test.system);

  const page = await test.client.get<Page<Assert>>("/asserts?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Assert>>(
    `/asserts?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /asserts sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeAssert(test.system);
  const second = await makeAssert(test.system, { then: "Changed" });

  const sorted = await test.client.get<Page<Assert>>("/asserts?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ then: String("Changed") });
  const filtered = await test.client.get<Page<Assert>>(`/asserts?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /asserts filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/asserts",
    entity: await makeAssert(test.system),
    fields: ["then", "name", "type", "index"],
    choices: {},
  });
});

Deno.test("GET /asserts?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeAssert(test.system);
  for (const field of ["then", "name", "type"]) {
    const q = `needle ${field}`;
    const anAssert = await makeAssert(test.system, { [field]: q });
    const found = await test.client.get<Page<Assert>>(
      `/asserts?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anAssert]);
  }
});

Deno.test("GET /asserts refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/asserts?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/asserts?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/asserts?cursor=nonsense"), 400);
});

Deno.test("POST /asserts creates an assert", async () => {
  await using test = await startTestSystem();
  const body = assertBody();

  const created = await test.client.post<Assert>("/asserts", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/asserts/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/asserts/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /asserts refuses what is not an assert", async (t) => {
  await using test = await startTestSystem();
  const body = assertBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["then of the wrong type", { then: { not: "this" } }, "then"],
    ["then too long", { then: "x".repeat(201) }, "then"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name too long", { name: "x".repeat(201) }, "name"],
    ["type of the wrong type", { type: { not: "this" } }, "type"],
    ["type too long", { type: "x".repeat(201) }, "type"],
    ["index of the wrong type", { index: { not: "this" } }, "index"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/asserts", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/asserts", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/asserts", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /asserts takes an assert at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", {
      then: undefined,
      name: undefined,
      type: undefined,
      index: undefined,
    }, { then: null, name: null, type: null, index: null }],
    ["then as long as it may be", { then: "x".repeat(200) }],
    ["name as long as it may be", { name: "x".repeat(200) }],
    ["type as long as it may be", { type: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = assertBody();
      const created = await test.client.post<Assert>("/asserts", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /asserts/{id} reads one assert", async () => {
  await using test = await startTestSystem();
  const anAssert = await makeAssert(test.system);
  const found = await test.client.get(`/asserts/${anAssert.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anAssert);
  expectProblem(await test.client.get(`/asserts/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/asserts/no-uuid"), 404);
});

Deno.test("GET /asserts/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anAssert = await makeAssert(test.system);
  await expectConditionalRead(test.client, `/asserts/${anAssert.id}`);
});

Deno.test("PUT /asserts/{id} replaces an assert, never creates one", async () => {
  await using test = await startTestSystem();
  const anAssert = await makeAssert(test.system);
  const body = { ...assertBody() };
  const replaced = await test.client.put<Assert>(
    `/asserts/${anAssert.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anAssert.id,
    createdAt: anAssert.createdAt,
  });
  expectProblem(
    await test.client.put(`/asserts/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /asserts/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anAssert = await makeAssert(test.system);
  const changed = await test.client.patch<Assert>(`/asserts/${anAssert.id}`, {
    then: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anAssert,
    then: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/asserts/${anAssert.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/asserts/${anAssert.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/asserts/${anAssert.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/asserts/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /asserts/{id} deletes an assert once", async () => {
  await using test = await startTestSystem();
  const anAssert = await makeAssert(test.system);
  assert.equal(
    (await test.client.delete(`/asserts/${anAssert.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/asserts/${anAssert.id}`), 404);
});

Deno.test("/asserts/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anAssert = await makeAssert(test.system);
  const path = `/asserts/${anAssert.id}`;
  const body = { ...assertBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
