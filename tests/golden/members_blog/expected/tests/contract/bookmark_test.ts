/**
 * What clients can rely on: every endpoint of bookmarks, called in process.
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
import type { Bookmark } from "../../models/bookmark.ts";
import { bookmarkBody, makeBookmark } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /bookmarks lists bookmarks page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeBookmark(test.system);
  const second = await makeBookmark(test.system);

  const page = await test.client.get<Page<Bookmark>>("/bookmarks?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Bookmark>>(
    `/bookmarks?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /bookmarks sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeBookmark(test.system);
  const second = await makeBookmark(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<Bookmark>>("/bookmarks?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<Bookmark>>(
    `/bookmarks?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /bookmarks filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/bookmarks",
    entity: await makeBookmark(test.system),
    fields: ["title", "link", "ownerId"],
    choices: {},
  });
});

Deno.test("GET /bookmarks?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeBookmark(test.system);
  for (const field of ["title"]) {
    const q = `needle ${field}`;
    const aBookmark = await makeBookmark(test.system, { [field]: q });
    const found = await test.client.get<Page<Bookmark>>(
      `/bookmarks?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aBookmark]);
  }
});

Deno.test("GET /bookmarks refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/bookmarks?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/bookmarks?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/bookmarks?cursor=nonsense"), 400);
});

Deno.test("POST /bookmarks creates a bookmark", async () => {
  await using test = await startTestSystem();
  const body = bookmarkBody();

  const created = await test.client.post<Bookmark>("/bookmarks", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/bookmarks/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/bookmarks/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /bookmarks refuses what is not a bookmark", async (t) => {
  await using test = await startTestSystem();
  const body = bookmarkBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(201) }, "title"],
    ["link of the wrong type", { link: { not: "this" } }, "link"],
    [
      "link too long",
      { link: "https://example.com/" + "x".repeat(2049) },
      "link",
    ],
    ["link malformed", { link: "not this" }, "link"],
    ["ownerId of the wrong type", { ownerId: { not: "this" } }, "ownerId"],
    ["ownerId of nothing", { ownerId: crypto.randomUUID() }, "ownerId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/bookmarks", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/bookmarks", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/bookmarks",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /bookmarks takes a bookmark at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { link: undefined }, { link: null }],
    ["title as long as it may be", { title: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = bookmarkBody();
      const created = await test.client.post<Bookmark>("/bookmarks", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /bookmarks/{id} reads one bookmark", async () => {
  await using test = await startTestSystem();
  const aBookmark = await makeBookmark(test.system);
  const found = await test.client.get(`/bookmarks/${aBookmark.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aBookmark);
  expectProblem(
    await test.client.get(`/bookmarks/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/bookmarks/no-uuid"), 404);
});

Deno.test("GET /bookmarks/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aBookmark = await makeBookmark(test.system);
  await expectConditionalRead(test.client, `/bookmarks/${aBookmark.id}`);
});

Deno.test("PUT /bookmarks/{id} replaces a bookmark, never creates one", async () => {
  await using test = await startTestSystem();
  const aBookmark = await makeBookmark(test.system);
  const body = { ...bookmarkBody(), ownerId: aBookmark.ownerId };
  const replaced = await test.client.put<Bookmark>(
    `/bookmarks/${aBookmark.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aBookmark.id,
    createdAt: aBookmark.createdAt,
  });
  expectProblem(
    await test.client.put(`/bookmarks/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /bookmarks/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aBookmark = await makeBookmark(test.system);
  const changed = await test.client.patch<Bookmark>(
    `/bookmarks/${aBookmark.id}`,
    { title: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aBookmark,
    title: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/bookmarks/${aBookmark.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/bookmarks/${aBookmark.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/bookmarks/${aBookmark.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/bookmarks/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /bookmarks/{id} deletes a bookmark once", async () => {
  await using test = await startTestSystem();
  const aBookmark = await makeBookmark(test.system);
  assert.equal(
    (await test.client.delete(`/bookmarks/${aBookmark.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/bookmarks/${aBookmark.id}`), 404);
});

Deno.test("/bookmarks/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aBookmark = await makeBookmark(test.system);
  const path = `/bookmarks/${aBookmark.id}`;
  const body = { ...bookmarkBody(), ownerId: aBookmark.ownerId };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
