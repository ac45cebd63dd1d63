/**
 * What clients can rely on: every endpoint of tests, called in process.
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
import type { Test } from "../../models/test.ts";
import { makeTest, testBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tests lists tests page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeTest(test.system);
  const second = await makeTest(test.system);

  const page = await test.client.get<Page<Test>>("/tests?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Test>>(
    `/tests?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /tests sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeTest(test.system);
  const second = await makeTest(test.system, { a: 5000000001 });

  const sorted = await test.client.get<Page<Test>>("/tests?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ a: String(5000000001) });
  const filtered = await test.client.get<Page<Test>>(`/tests?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /tests filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/tests",
    entity: await makeTest(test.system),
    fields: ["a", "b", "c"],
    choices: {},
  });
});

Deno.test("GET /tests refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/tests?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/tests?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/tests?cursor=nonsense"), 400);
});

Deno.test("POST /tests creates a test", async () => {
  await using test = await startTestSystem();
  const body = testBody();

  const created = await test.client.post<Test>("/tests", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/tests/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/tests/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /tests refuses what is not a test", async (t) => {
  await using test = await startTestSystem();
  const body = testBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["a of the wrong type", { a: { not: "this" } }, "a"],
    ["a too small", { a: 4999999999 }, "a"],
    ["b of the wrong type", { b: { not: "this" } }, "b"],
    ["b too large", { b: -4999999 }, "b"],
    ["c of the wrong type", { c: { not: "this" } }, "c"],
    ["c too small", { c: -1 }, "c"],
    ["c too large", { c: 1.001 }, "c"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/tests", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/tests", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/tests", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /tests takes a test at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { a: undefined, b: undefined, c: undefined }, {
      a: null,
      b: null,
      c: null,
    }],
    ["a at least 5000000000", { a: 5000000000 }],
    ["b at most -5000000", { b: -5000000 }],
    ["c at least 0", { c: 0 }],
    ["c at most 0.001", { c: 0.001 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = testBody();
      const created = await test.client.post<Test>("/tests", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /tests refuses a second test with the same c", async () => {
  await using test = await startTestSystem();
  const taken = (await makeTest(test.system)).c;
  expectProblem(
    await test.client.post("/tests", { ...testBody(), c: taken }),
    409,
    "c",
  );
});

Deno.test("GET /tests/{id} reads one test", async () => {
  await using test = await startTestSystem();
  const aTest = await makeTest(test.system);
  const found = await test.client.get(`/tests/${aTest.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aTest);
  expectProblem(await test.client.get(`/tests/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/tests/no-uuid"), 404);
});

Deno.test("GET /tests/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aTest = await makeTest(test.system);
  await expectConditionalRead(test.client, `/tests/${aTest.id}`);
});

Deno.test("PUT /tests/{id} replaces a test, never creates one", async () => {
  await using test = await startTestSystem();
  const aTest = await makeTest(test.system);
  const body = { ...testBody() };
  const replaced = await test.client.put<Test>(`/tests/${aTest.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aTest.id,
    createdAt: aTest.createdAt,
  });
  expectProblem(
    await test.client.put(`/tests/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /tests/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aTest = await makeTest(test.system);
  const changed = await test.client.patch<Test>(`/tests/${aTest.id}`, {
    a: 5000000001,
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aTest,
    a: 5000000001,
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/tests/${aTest.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/tests/${aTest.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/tests/${aTest.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/tests/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /tests/{id} deletes a test once", async () => {
  await using test = await startTestSystem();
  const aTest = await makeTest(test.system);
  assert.equal((await test.client.delete(`/tests/${aTest.id}`)).status, 204);
  expectProblem(await test.client.delete(`/tests/${aTest.id}`), 404);
});

Deno.test("/tests/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTest = await makeTest(test.system);
  const path = `/tests/${aTest.id}`;
  const body = { ...testBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
