/**
 * What clients can rely on: every endpoint of notices, called in process.
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
import type { Notice } from "../../models/notice.ts";
import { makeNotice, noticeBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /notices lists notices page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeNotice(test.system);
  const second = await makeNotice(test.system);

  const page = await test.client.get<Page<Notice>>("/notices?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Notice>>(
    `/notices?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /notices sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeNotice(test.system);
  const second = await makeNotice(test.system, { text: "Changed" });

  const sorted = await test.client.get<Page<Notice>>("/notices?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ text: String("Changed") });
  const filtered = await test.client.get<Page<Notice>>(`/notices?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /notices filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/notices",
    entity: await makeNotice(test.system),
    fields: ["text", "draft"],
    choices: {},
  });
});

Deno.test("GET /notices?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeNotice(test.system);
  for (const field of ["text"]) {
    const q = `needle ${field}`;
    const aNotice = await makeNotice(test.system, { [field]: q });
    const found = await test.client.get<Page<Notice>>(
      `/notices?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aNotice]);
  }
});

Deno.test("GET /notices refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/notices?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/notices?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/notices?cursor=nonsense"), 400);
});

Deno.test("POST /notices creates a notice", async () => {
  await using test = await startTestSystem();
  const body = noticeBody();

  const created = await test.client.post<Notice>("/notices", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/notices/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/notices/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /notices refuses what is not a notice", async (t) => {
  await using test = await startTestSystem();
  const body = noticeBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["text missing", { text: undefined }, "text"],
    ["text of the wrong type", { text: { not: "this" } }, "text"],
    ["text blank", { text: " " }, "text"],
    ["text too long", { text: "x".repeat(10001) }, "text"],
    ["draft of the wrong type", { draft: { not: "this" } }, "draft"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/notices", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/notices", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/notices", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /notices takes a notice at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["text as long as it may be", { text: "x".repeat(10000) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = noticeBody();
      const created = await test.client.post<Notice>("/notices", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /notices/{id} reads one notice", async () => {
  await using test = await startTestSystem();
  const aNotice = await makeNotice(test.system);
  const found = await test.client.get(`/notices/${aNotice.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aNotice);
  expectProblem(await test.client.get(`/notices/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/notices/no-uuid"), 404);
});

Deno.test("GET /notices/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aNotice = await makeNotice(test.system);
  await expectConditionalRead(test.client, `/notices/${aNotice.id}`);
});

Deno.test("PUT /notices/{id} replaces a notice, never creates one", async () => {
  await using test = await startTestSystem();
  const aNotice = await makeNotice(test.system);
  const body = { ...noticeBody() };
  const replaced = await test.client.put<Notice>(
    `/notices/${aNotice.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aNotice.id,
    createdAt: aNotice.createdAt,
  });
  expectProblem(
    await test.client.put(`/notices/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /notices/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aNotice = await makeNotice(test.system);
  const changed = await test.client.patch<Notice>(`/notices/${aNotice.id}`, {
    text: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aNotice,
    text: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/notices/${aNotice.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/notices/${aNotice.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/notices/${aNotice.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/notices/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /notices/{id} deletes a notice once", async () => {
  await using test = await startTestSystem();
  const aNotice = await makeNotice(test.system);
  assert.equal(
    (await test.client.delete(`/notices/${aNotice.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/notices/${aNotice.id}`), 404);
});

Deno.test("/notices/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aNotice = await makeNotice(test.system);
  const path = `/notices/${aNotice.id}`;
  const body = { ...noticeBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
