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
  const second = await makeArticle(test.system, { topics: ["Changed"] });

  const sorted = await test.client.get<Page<Article>>("/articles?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ topics: String("Changed") });
  const filtered = await test.client.get<Page<Article>>(`/articles?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /articles filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/articles",
    entity: await makeArticle(test.system),
    fields: ["slug", "title", "body", "teaser", "topics", "status"],
    choices: { status: ["draft", "published"] },
  });
});

Deno.test("GET /articles?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeArticle(test.system);
  for (const field of ["title", "body", "teaser"]) {
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
    ["slug sent", { slug: "some-words" }, "slug"],
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(121) }, "title"],
    ["body missing", { body: undefined }, "body"],
    ["body of the wrong type", { body: { not: "this" } }, "body"],
    ["body blank", { body: " " }, "body"],
    ["body too long", { body: "x".repeat(10001) }, "body"],
    ["teaser of the wrong type", { teaser: { not: "this" } }, "teaser"],
    ["teaser too long", { teaser: "x".repeat(301) }, "teaser"],
    ["topics of the wrong type", { topics: { not: "this" } }, "topics"],
    [
      "topics with an element of the wrong type",
      { topics: [{ not: "this" }] },
      "topics.0",
    ],
    [
      "topics with an element too long",
      { topics: ["x".repeat(31)] },
      "topics.0",
    ],
    [
      "topics with too many elements",
      { topics: Array(6).fill("Some topics") },
      "topics",
    ],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
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
    ["what it needs alone", { teaser: undefined, topics: undefined }, {
      teaser: null,
      topics: [],
    }],
    ["title as long as it may be", { title: "x".repeat(120) }],
    ["body as long as it may be", { body: "x".repeat(10000) }],
    ["teaser as long as it may be", { teaser: "x".repeat(300) }],
    ["status of draft", { status: "draft" }],
    ["status of published", { status: "published" }],
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

Deno.test("POST /articles makes the slug of the title, with a number when it is taken", async () => {
  await using test = await startTestSystem();
  for (const slug of ["creme-brulee-cest-ca", "creme-brulee-cest-ca-2"]) {
    const body = { ...articleBody(), title: "Crème brûlée: C'est ça!" };
    const created = await test.client.post<Article>("/articles", body);
    assert.equal(created.status, 201);
    assert.equal(created.body.slug, slug);
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

Deno.test("GET /articles/{slug} reads one article, too", async () => {
  await using test = await startTestSystem();
  await makeArticle(test.system);
  const anArticle = await makeArticle(test.system);
  const found = await test.client.get(`/articles/${anArticle.slug}`);
  assert.deepEqual([found.status, found.body], [200, anArticle]);
  expectProblem(await test.client.get("/articles/no-such-one"), 404);
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

Deno.test("PATCH /articles/{id} never changes slug", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  expectProblem(
    await test.client.patch(`/articles/${anArticle.id}`, {
      slug: "other-words",
    }),
    422,
    "slug",
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

Deno.test("POST /articles/{id}/publish takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  const done = await test.client.post<Article>(
    `/articles/${anArticle.id}/publish`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "published" });
  const again = await test.client.post(`/articles/${anArticle.id}/publish`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/articles/${crypto.randomUUID()}/publish`),
    404,
  );
});

Deno.test("POST /articles/{id}/publish takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system);
  const path = `/articles/${anArticle.id}/publish`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /articles/{id}/publish is refused without a value of teaser", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system, { teaser: null });
  expectProblem(
    await test.client.post(`/articles/${anArticle.id}/publish`),
    409,
  );
  const bypass = await test.client.patch(`/articles/${anArticle.id}`, {
    status: "published",
  });
  expectProblem(bypass, 409);
});

Deno.test("POST /articles/{id}/publish is refused without a value of topics", async () => {
  await using test = await startTestSystem();
  const anArticle = await makeArticle(test.system, { topics: [] });
  expectProblem(
    await test.client.post(`/articles/${anArticle.id}/publish`),
    409,
  );
  const bypass = await test.client.patch(`/articles/${anArticle.id}`, {
    status: "published",
  });
  expectProblem(bypass, 409);
});
