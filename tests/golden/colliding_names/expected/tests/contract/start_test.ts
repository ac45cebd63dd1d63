/**
 * What clients can rely on: every endpoint of starts, called in process.
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
import type { Start } from "../../models/start.ts";
import { makeStart, startBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /starts lists starts page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeStart(test.system);
  const second = await makeStart(test.system);

  const page = await test.client.get<Page<Start>>("/starts?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Start>>(
    `/starts?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /starts sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeStart(test.system);
  const second = await makeStart(test.system, { d: 0.5 });

  const sorted = await test.client.get<Page<Start>>("/starts?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ d: String(0.5) });
  const filtered = await test.client.get<Page<Start>>(`/starts?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /starts filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/starts",
    entity: await makeStart(test.system),
    fields: ["d"],
    choices: {},
  });
});

Deno.test("GET /starts refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/starts?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/starts?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/starts?cursor=nonsense"), 400);
});

Deno.test("POST /starts creates a start", async () => {
  await using test = await startTestSystem();
  const body = startBody();

  const created = await test.client.post<Start>("/starts", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/starts/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/starts/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /starts refuses what is not a start", async (t) => {
  await using test = await startTestSystem();
  const body = startBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["d missing", { d: undefined }, "d"],
    ["d of the wrong type", { d: { not: "this" } }, "d"],
    ["d too small", { d: -1 }, "d"],
    ["d too large", { d: 1.5 }, "d"],
    ["d with too many decimals", { d: 0.499 }, "d"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/starts", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/starts", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/starts", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /starts takes a start at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["d at least 0", { d: 0 }],
    ["d at most 0.5", { d: 0.5 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = startBody();
      const created = await test.client.post<Start>("/starts", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /starts refuses a second start with the same d", async () => {
  await using test = await startTestSystem();
  const taken = (await makeStart(test.system)).d;
  expectProblem(
    await test.client.post("/starts", { ...startBody(), d: taken }),
    409,
    "d",
  );
});

Deno.test("GET /starts/{id} reads one start", async () => {
  await using test = await startTestSystem();
  const aStart = await makeStart(test.system);
  const found = await test.client.get(`/starts/${aStart.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aStart);
  expectProblem(await test.client.get(`/starts/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/starts/no-uuid"), 404);
});

Deno.test("GET /starts/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aStart = await makeStart(test.system);
  await expectConditionalRead(test.client, `/starts/${aStart.id}`);
});

Deno.test("PUT /starts/{id} replaces a start, never creates one", async () => {
  await using test = await startTestSystem();
  const aStart = await makeStart(test.system);
  const body = { ...startBody() };
  const replaced = await test.client.put<Start>(`/starts/${aStart.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aStart.id,
    createdAt: aStart.createdAt,
  });
  expectProblem(
    await test.client.put(`/starts/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /starts/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aStart = await makeStart(test.system);
  const changed = await test.client.patch<Start>(`/starts/${aStart.id}`, {
    d: 0.5,
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aStart,
    d: 0.5,
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/starts/${aStart.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/starts/${aStart.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/starts/${aStart.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/starts/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /starts/{id} deletes a start once", async () => {
  await using test = await startTestSystem();
  const aStart = await makeStart(test.system);
  assert.equal((await test.client.delete(`/starts/${aStart.id}`)).status, 204);
  expectProblem(await test.client.delete(`/starts/${aStart.id}`), 404);
});

Deno.test("/starts/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aStart = await makeStart(test.system);
  const path = `/starts/${aStart.id}`;
  const body = { ...startBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
