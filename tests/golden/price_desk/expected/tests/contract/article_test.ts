/**
 * What clients can rely on: every endpoint of articles, called in process.
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
import type { Article } from "../../models/article.ts";
import { articleBody, makeArticle } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /articles lists articles page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeArticle(test.system);
  const second = await makeArticle(test.system);

  const page = await test.client.get<Page<Article>>("/articles?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Article>>(
    `/articles?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /articles sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeArticle(test.system);
  const second = await makeArticle(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<Article>>("/articles?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<Article>>(`/articles?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /articles filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/articles",
    entity: await makeArticle(test.system),
    fields: ["title", "price"],
    choices: {},
  });
});

Deno.test("GET /articles?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeArticle(test.system);
  for (const field of ["title"]) {
    const q = `needle ${field}`;
    const anArticle = await makeArticle(test.system, { [field]: q });
    const found = await test.client.get<Page<Article>>(
      `/articles?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anArticle]);
  }
});

Deno.test("GET /articles refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/articles?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/articles?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/articles?cursor=nonsense"), 400);
});

Deno.test("POST /articles creates an article", async () => {
  await using test = await startTestSystem();
  const body = articleBody();

  const created = await test.client.post<Article>("/articles", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/articles/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/articles/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /articles refuses what is not an article", async (t) => {
  await using test = await startTestSystem();
  const body = articleBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(81) }, "title"],
    ["price missing", { price: undefined }, "price"],
    ["price of the wrong type", { price: { not: "this" } }, "price"],
    ["price too small", { price: -1 }, "price"],
    ["price with too many decimals", { price: 9.501 }, "price"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/articles", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/articles", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/articles",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /articles takes an article at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["title as long as it may be", { title: "x".repeat(80) }],
    ["price at least 0", { price: 0 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = articleBody();
      const created = await test.client.post<Article>("/articles", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /articles/{id} reads one article", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  const found = await test.client.get(`/articles/${anArticle.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anArticle);
  expectProblem(await test.client.get(`/articles/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/articles/no-uuid"), 404);
});

Deno.test("GET /articles/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  await expectConditionalRead(test.client, `/articles/${anArticle.id}`);
});

Deno.test("PUT /articles/{id} replaces an article, never creates one", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  const body = { ...articleBody() };
  const replaced = await test.client.put<Article>(
    `/articles/${anArticle.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anArticle.id,
    createdAt: anArticle.createdAt,
  });
  expectProblem(
    await test.client.put(`/articles/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /articles/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  const changed = await test.client.patch<Article>(
    `/articles/${anArticle.id}`,
    { title: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anArticle,
    title: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/articles/${anArticle.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/articles/${anArticle.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/articles/${anArticle.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/articles/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /articles/{id} deletes an article once", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  assert.equal(
    (await test.client.delete(`/articles/${anArticle.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/articles/${anArticle.id}`), 404);
});

Deno.test("/articles/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  const path = `/articles/${anArticle.id}`;
  const body = { ...articleBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
