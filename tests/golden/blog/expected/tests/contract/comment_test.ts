/**
 * What clients can rely on: every endpoint of comments, called in process.
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
import type { Comment } from "../../models/comment.ts";
import { commentBody, makeComment } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /comments lists comments page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeComment(test.system);
  const second = await makeComment(test.system);

  const page = await test.client.get<Page<Comment>>("/comments?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Comment>>(
    `/comments?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /comments sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeComment(test.system);
  const second = await makeComment(test.system, { authorName: "Changed" });

  const sorted = await test.client.get<Page<Comment>>("/comments?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ authorName: String("Changed") });
  const filtered = await test.client.get<Page<Comment>>(`/comments?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /comments filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/comments",
    entity: await makeComment(test.system),
    fields: ["authorName", "text", "postId"],
    choices: {},
  });
});

Deno.test("GET /comments?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeComment(test.system);
  for (const field of ["authorName", "text"]) {
    const q = `needle ${field}`;
    const aComment = await makeComment(test.system, { [field]: q });
    const found = await test.client.get<Page<Comment>>(
      `/comments?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aComment]);
  }
});

Deno.test("GET /comments refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/comments?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/comments?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/comments?cursor=nonsense"), 400);
});

Deno.test("POST /comments creates a comment", async () => {
  await using test = await startTestSystem();
  const body = await commentBody(test.system);

  const created = await test.client.post<Comment>("/comments", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/comments/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/comments/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /comments refuses what is not a comment", async (t) => {
  await using test = await startTestSystem();
  const body = await commentBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    [
      "authorName of the wrong type",
      { authorName: { not: "this" } },
      "authorName",
    ],
    ["authorName too long", { authorName: "x".repeat(201) }, "authorName"],
    ["text of the wrong type", { text: { not: "this" } }, "text"],
    ["text too long", { text: "x".repeat(10001) }, "text"],
    ["postId missing", { postId: undefined }, "postId"],
    ["postId of the wrong type", { postId: { not: "this" } }, "postId"],
    ["postId of nothing", { postId: crypto.randomUUID() }, "postId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/comments", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/comments", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/comments",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /comments takes a comment at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { authorName: undefined, text: undefined }, {
      authorName: null,
      text: null,
    }],
    ["authorName as long as it may be", { authorName: "x".repeat(200) }],
    ["text as long as it may be", { text: "x".repeat(10000) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await commentBody(test.system);
      const created = await test.client.post<Comment>("/comments", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /comments/{id} reads one comment", async () => {
  await using test = await startTestSystem();
  const aComment = await makeComment(test.system);
  const found = await test.client.get(`/comments/${aComment.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aComment);
  expectProblem(await test.client.get(`/comments/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/comments/no-uuid"), 404);
});

Deno.test("GET /comments/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aComment = await makeComment(test.system);
  await expectConditionalRead(test.client, `/comments/${aComment.id}`);
});

Deno.test("DELETE /comments/{id} deletes a comment once", async () => {
  await using test = await startTestSystem();
  const aComment = await makeComment(test.system);
  assert.equal(
    (await test.client.delete(`/comments/${aComment.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/comments/${aComment.id}`), 404);
});

Deno.test("/comments/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aComment = await makeComment(test.system);
  const path = `/comments/${aComment.id}`;
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("PUT /comments/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/comments/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    405,
  );
});

Deno.test("PATCH /comments/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/comments/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    405,
  );
});
