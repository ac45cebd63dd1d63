/**
 * What clients can rely on: every endpoint of tags, called in process.
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
import type { Tag } from "../../models/tag.ts";
import { makeTag, tagBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tags lists tags page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeTag(test.system);
  const second = await makeTag(test.system);

  const page = await test.client.get<Page<Tag>>("/tags?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Tag>>(
    `/tags?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /tags sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeTag(test.system);
  const second = await makeTag(test.system, { label: "Changed" });

  const sorted = await test.client.get<Page<Tag>>("/tags?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ label: String("Changed") });
  const filtered = await test.client.get<Page<Tag>>(`/tags?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /tags filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/tags",
    entity: await makeTag(test.system),
    fields: ["handle", "label"],
    choices: {},
  });
});

Deno.test("GET /tags?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeTag(test.system);
  for (const field of ["label"]) {
    const q = `needle ${field}`;
    const aTag = await makeTag(test.system, { [field]: q });
    const found = await test.client.get<Page<Tag>>(
      `/tags?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aTag]);
  }
});

Deno.test("GET /tags refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/tags?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/tags?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/tags?cursor=nonsense"), 400);
});

Deno.test("POST /tags creates a tag", async () => {
  await using test = await startTestSystem();
  const body = tagBody();

  const created = await test.client.post<Tag>("/tags", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/tags/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/tags/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /tags refuses what is not a tag", async (t) => {
  await using test = await startTestSystem();
  const body = tagBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["handle sent", { handle: "some-words" }, "handle"],
    ["label missing", { label: undefined }, "label"],
    ["label of the wrong type", { label: { not: "this" } }, "label"],
    ["label blank", { label: " " }, "label"],
    ["label too long", { label: "x".repeat(61) }, "label"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/tags", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/tags", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/tags", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /tags takes a tag at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["label as long as it may be", { label: "x".repeat(60) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = tagBody();
      const created = await test.client.post<Tag>("/tags", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /tags refuses a second tag with the same label", async () => {
  await using test = await startTestSystem();
  const taken = (await makeTag(test.system)).label;
  expectProblem(
    await test.client.post("/tags", { ...tagBody(), label: taken }),
    409,
    "label",
  );
});

Deno.test("GET /tags/{id} reads one tag", async () => {
  await using test = await startTestSystem();
  const aTag = await makeTag(test.system);
  const found = await test.client.get(`/tags/${aTag.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aTag);
  expectProblem(await test.client.get(`/tags/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/tags/no-uuid"), 404);
});

Deno.test("GET /tags/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aTag = await makeTag(test.system);
  await expectConditionalRead(test.client, `/tags/${aTag.id}`);
});

Deno.test("PUT /tags/{id} replaces a tag, never creates one", async () => {
  await using test = await startTestSystem();
  const aTag = await makeTag(test.system);
  const body = { ...tagBody() };
  const replaced = await test.client.put<Tag>(`/tags/${aTag.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aTag.id,
    createdAt: aTag.createdAt,
  });
  expectProblem(
    await test.client.put(`/tags/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("/tags/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTag = await makeTag(test.system);
  const path = `/tags/${aTag.id}`;
  const body = { ...tagBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
});

Deno.test("PATCH /tags/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/tags/${crypto.randomUUID()}`, { method: "PATCH" }),
    405,
  );
});

Deno.test("DELETE /tags/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/tags/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
