/**
 * What clients can rely on: every endpoint of posts, called in process.
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
import type { Post } from "../../models/post.ts";
import { makePost, postBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /posts lists posts page by page", async () => {
  await using test = await startTestSystem();
  const first = await makePost(test.system);
  const second = await makePost(test.system);

  const page = await test.client.get<Page<Post>>("/posts?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Post>>(
    `/posts?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /posts sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makePost(test.system);
  const second = await makePost(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<Post>>("/posts?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<Post>>(`/posts?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /posts filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/posts",
    entity: await makePost(test.system),
    fields: ["title", "body", "status", "userId"],
    choices: { status: ["draft", "published"] },
  });
});

Deno.test("GET /posts?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makePost(test.system);
  for (const field of ["title", "body"]) {
    const q = `needle ${field}`;
    const aPost = await makePost(test.system, { [field]: q });
    const found = await test.client.get<Page<Post>>(
      `/posts?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aPost]);
  }
});

Deno.test("GET /posts refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/posts?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/posts?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/posts?cursor=nonsense"), 400);
});

Deno.test("POST /posts creates a post", async () => {
  await using test = await startTestSystem();
  const body = postBody();

  const created = await test.client.post<Post>("/posts", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/posts/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/posts/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /posts refuses what is not a post", async (t) => {
  await using test = await startTestSystem();
  const body = postBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(201) }, "title"],
    ["body of the wrong type", { body: { not: "this" } }, "body"],
    ["body too long", { body: "x".repeat(10001) }, "body"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["userId of the wrong type", { userId: { not: "this" } }, "userId"],
    ["userId of nothing", { userId: crypto.randomUUID() }, "userId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/posts", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/posts", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/posts", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /posts takes a post at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { body: undefined }, { body: null }],
    ["title as long as it may be", { title: "x".repeat(200) }],
    ["body as long as it may be", { body: "x".repeat(10000) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = postBody();
      const created = await test.client.post<Post>("/posts", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /posts/{id} reads one post", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  const found = await test.client.get(`/posts/${aPost.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aPost);
  expectProblem(await test.client.get(`/posts/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/posts/no-uuid"), 404);
});

Deno.test("GET /posts/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  await expectConditionalRead(test.client, `/posts/${aPost.id}`);
});

Deno.test("PUT /posts/{id} replaces a post, never creates one", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  const body = { ...postBody(), userId: aPost.userId };
  const replaced = await test.client.put<Post>(`/posts/${aPost.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aPost.id,
    createdAt: aPost.createdAt,
  });
  expectProblem(
    await test.client.put(`/posts/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /posts/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  const changed = await test.client.patch<Post>(`/posts/${aPost.id}`, {
    title: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aPost,
    title: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/posts/${aPost.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/posts/${aPost.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/posts/${aPost.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/posts/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /posts/{id} deletes a post once", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  assert.equal((await test.client.delete(`/posts/${aPost.id}`)).status, 204);
  expectProblem(await test.client.delete(`/posts/${aPost.id}`), 404);
});

Deno.test("/posts/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  const path = `/posts/${aPost.id}`;
  const body = { ...postBody(), userId: aPost.userId };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /posts/{id}/publish takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  const done = await test.client.post<Post>(`/posts/${aPost.id}/publish`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "published" });
  const again = await test.client.post(`/posts/${aPost.id}/publish`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/posts/${crypto.randomUUID()}/publish`),
    404,
  );
});

Deno.test("POST /posts/{id}/publish takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aPost = await makePost(test.system);
  const path = `/posts/${aPost.id}/publish`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
