/**
 * What clients can rely on: every endpoint of sqls, called in process.
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
import type { SQLEntity } from "../../models/sql.ts";
import { makeSQL, sqlBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /sqls lists sqls page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeSQL(test.system);
  const second = await makeSQL(test.system);

  const page = await test.client.get<Page<SQLEntity>>("/sqls?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<SQLEntity>>(
    `/sqls?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /sqls sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeSQL(test.system);
  const second = await makeSQL(test.system, { s: "Changed" });

  const sorted = await test.client.get<Page<SQLEntity>>("/sqls?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ s: String("Changed") });
  const filtered = await test.client.get<Page<SQLEntity>>(`/sqls?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /sqls filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/sqls",
    entity: await makeSQL(test.system),
    fields: ["s", "apiId"],
    choices: {},
  });
});

Deno.test("GET /sqls?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeSQL(test.system);
  for (const field of ["s"]) {
    const q = `needle ${field}`;
    const aSQL = await makeSQL(test.system, { [field]: q });
    const found = await test.client.get<Page<SQLEntity>>(
      `/sqls?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aSQL]);
  }
});

Deno.test("GET /sqls refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/sqls?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/sqls?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/sqls?cursor=nonsense"), 400);
});

Deno.test("POST /sqls creates a sql", async () => {
  await using test = await startTestSystem();
  const body = await sqlBody(test.system);

  const created = await test.client.post<SQLEntity>("/sqls", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/sqls/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/sqls/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /sqls refuses what is not a sql", async (t) => {
  await using test = await startTestSystem();
  const body = await sqlBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["s missing", { s: undefined }, "s"],
    ["s of the wrong type", { s: { not: "this" } }, "s"],
    ["s blank", { s: " " }, "s"],
    ["s too long", { s: "x".repeat(201) }, "s"],
    ["apiId missing", { apiId: undefined }, "apiId"],
    ["apiId of the wrong type", { apiId: { not: "this" } }, "apiId"],
    ["apiId of nothing", { apiId: crypto.randomUUID() }, "apiId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/sqls", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/sqls", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/sqls", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /sqls takes a sql at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["s as long as it may be", { s: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await sqlBody(test.system);
      const created = await test.client.post<SQLEntity>("/sqls", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /sqls/{id} reads one sql", async () => {
  await using test = await startTestSystem();
  const aSQL = await makeSQL(test.system);
  const found = await test.client.get(`/sqls/${aSQL.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aSQL);
  expectProblem(await test.client.get(`/sqls/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/sqls/no-uuid"), 404);
});

Deno.test("GET /sqls/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aSQL = await makeSQL(test.system);
  await expectConditionalRead(test.client, `/sqls/${aSQL.id}`);
});

Deno.test("PUT /sqls/{id} replaces a sql, never creates one", async () => {
  await using test = await startTestSystem();
  const aSQL = await makeSQL(test.system);
  const body = { ...await sqlBody(test.system) };
  const replaced = await test.client.put<SQLEntity>(`/sqls/${aSQL.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aSQL.id,
    createdAt: aSQL.createdAt,
  });
  expectProblem(
    await test.client.put(`/sqls/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /sqls/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aSQL = await makeSQL(test.system);
  const changed = await test.client.patch<SQLEntity>(`/sqls/${aSQL.id}`, {
    s: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aSQL,
    s: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/sqls/${aSQL.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/sqls/${aSQL.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/sqls/${aSQL.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/sqls/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /sqls/{id} deletes a sql once", async () => {
  await using test = await startTestSystem();
  const aSQL = await makeSQL(test.system);
  assert.equal((await test.client.delete(`/sqls/${aSQL.id}`)).status, 204);
  expectProblem(await test.client.delete(`/sqls/${aSQL.id}`), 404);
});

Deno.test("/sqls/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSQL = await makeSQL(test.system);
  const path = `/sqls/${aSQL.id}`;
  const body = { ...await sqlBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
