/**
 * What clients can rely on: every endpoint of pages, called in process.
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
import type { PageEntity } from "../../models/page.ts";
import { makePage, pageBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /pages lists pages page by page", async () => {
  await using test = await startTestSystem();
  const first = await makePage(test.system);
  const second = await makePage(test.system);

  const page = await test.client.get<Page<PageEntity>>(
    "/pages?limit=1&sort=id",
  );
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<PageEntity>>(
    `/pages?limit=1&sort=id&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /pages sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makePage(test.system);
  const second = await makePage(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<PageEntity>>("/pages?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<PageEntity>>(`/pages?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /pages filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/pages",
    entity: await makePage(test.system),
    fields: ["title", "slug"],
    choices: {},
  });
});

Deno.test("GET /pages?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makePage(test.system);
  for (const field of ["title"]) {
    const q = `needle ${field}`;
    const aPage = await makePage(test.system, { [field]: q });
    const found = await test.client.get<Page<PageEntity>>(
      `/pages?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aPage]);
  }
});

Deno.test("GET /pages sorts by -updatedAt unless it is told otherwise", async () => {
  await using test = await startTestSystem();
  for (let i = 0; i < 3; i++) await makePage(test.system);
  const plain = await test.client.get<Page<PageEntity>>("/pages?limit=2");
  const sorted = await test.client.get<Page<PageEntity>>(
    "/pages?limit=2&sort=-updatedAt",
  );
  assert.deepEqual(plain.body, sorted.body);
  const rest = await test.client.get<Page<PageEntity>>(
    `/pages?limit=2&cursor=${plain.body.nextCursor}`,
  );
  assert.equal(rest.body.items.length, 1);
});

Deno.test("GET /pages refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/pages?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/pages?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/pages?cursor=nonsense"), 400);
});

Deno.test("POST /pages creates a page", async () => {
  await using test = await startTestSystem();
  const body = pageBody();

  const created = await test.client.post<PageEntity>("/pages", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/pages/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/pages/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /pages refuses what is not a page", async (t) => {
  await using test = await startTestSystem();
  const body = pageBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(201) }, "title"],
    ["slug sent", { slug: "some-words" }, "slug"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/pages", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/pages", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/pages", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /pages takes a page at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["title as long as it may be", { title: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = pageBody();
      const created = await test.client.post<PageEntity>("/pages", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /pages makes the slug of the title, with a number when it is taken", async () => {
  await using test = await startTestSystem();
  for (const slug of ["creme-brulee-cest-ca", "creme-brulee-cest-ca-2"]) {
    const body = { ...pageBody(), title: "Crème brûlée: C'est ça!" };
    const created = await test.client.post<PageEntity>("/pages", body);
    assert.equal(created.status, 201);
    assert.equal(created.body.slug, slug);
  }
});

Deno.test("PATCH /pages/{id} makes the slug anew when the title changes", async () => {
  await using test = await startTestSystem();
  const made: PageEntity[] = [];
  for (let i = 0; i < 2; i++) {
    const body = { ...pageBody(), title: "Crème brûlée: C'est ça!" };
    made.push((await test.client.post<PageEntity>("/pages", body)).body);
  }
  const [first, second] = made;
  const rename = (id: string | undefined, title: string) =>
    test.client.patch<PageEntity>(`/pages/${id}`, { title });
  const same = await rename(
    second?.id,
    "Crème brûlée: C'est ça!".toUpperCase(),
  );
  assert.equal(same.body.slug, "creme-brulee-cest-ca-2");
  const moved = await rename(first?.id, "Another one");
  assert.equal(moved.body.slug, "another-one");
  const taken = await rename(second?.id, "another ONE");
  assert.equal(taken.body.slug, "another-one-2");
});

Deno.test("GET /pages/{id} reads one page", async () => {
  await using test = await startTestSystem();
  const aPage = await makePage(test.system);
  const found = await test.client.get(`/pages/${aPage.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aPage);
  expectProblem(await test.client.get(`/pages/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/pages/no-uuid"), 404);
});

Deno.test("GET /pages/{slug} reads one page, too", async () => {
  await using test = await startTestSystem();
  await makePage(test.system);
  const aPage = await makePage(test.system);
  const found = await test.client.get(`/pages/${aPage.slug}`);
  assert.deepEqual([found.status, found.body], [200, aPage]);
  expectProblem(await test.client.get("/pages/no-such-one"), 404);
});

Deno.test("GET /pages/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aPage = await makePage(test.system);
  await expectConditionalRead(test.client, `/pages/${aPage.id}`);
});

Deno.test("PUT /pages/{id} replaces a page, never creates one", async () => {
  await using test = await startTestSystem();
  const aPage = await makePage(test.system);
  const body = { ...pageBody() };
  const replaced = await test.client.put<PageEntity>(
    `/pages/${aPage.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aPage.id,
    createdAt: aPage.createdAt,
  });
  expectProblem(
    await test.client.put(`/pages/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /pages/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aPage = await makePage(test.system);
  const changed = await test.client.patch<PageEntity>(`/pages/${aPage.id}`, {
    title: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aPage,
    title: "Changed",
    slug: changed.body.slug,
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/pages/${aPage.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/pages/${aPage.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/pages/${aPage.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/pages/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /pages/{id} never changes slug", async () => {
  await using test = await startTestSystem();
  const aPage = await makePage(test.system);
  expectProblem(
    await test.client.patch(`/pages/${aPage.id}`, { slug: "other-words" }),
    422,
    "slug",
  );
});

Deno.test("DELETE /pages/{id} deletes a page once", async () => {
  await using test = await startTestSystem();
  const aPage = await makePage(test.system);
  assert.equal((await test.client.delete(`/pages/${aPage.id}`)).status, 204);
  expectProblem(await test.client.delete(`/pages/${aPage.id}`), 404);
});

Deno.test("/pages/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aPage = await makePage(test.system);
  const path = `/pages/${aPage.id}`;
  const body = { ...pageBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
