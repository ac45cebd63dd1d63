/**
 * What clients can rely on: every endpoint of tools, called in process.
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
import type { Tool } from "../../models/tool.ts";
import { makeTool, toolBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tools lists tools page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeTool(test.system);
  const second = await makeTool(test.system);

  const page = await test.client.get<Page<Tool>>("/tools?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Tool>>(
    `/tools?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /tools sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeTool(test.system);
  const second = await makeTool(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Tool>>("/tools?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Tool>>(`/tools?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /tools filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/tools",
    entity: await makeTool(test.system),
    fields: ["name", "broken"],
    choices: {},
  });
});

Deno.test("GET /tools?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeTool(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const aTool = await makeTool(test.system, { [field]: q });
    const found = await test.client.get<Page<Tool>>(
      `/tools?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aTool]);
  }
});

Deno.test("GET /tools refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/tools?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/tools?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/tools?cursor=nonsense"), 400);
});

Deno.test("POST /tools creates a tool", async () => {
  await using test = await startTestSystem();
  const body = toolBody();

  const created = await test.client.post<Tool>("/tools", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/tools/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/tools/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /tools refuses what is not a tool", async (t) => {
  await using test = await startTestSystem();
  const body = toolBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(81) }, "name"],
    ["broken of the wrong type", { broken: { not: "this" } }, "broken"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/tools", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/tools", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/tools", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /tools takes a tool at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["name as long as it may be", { name: "x".repeat(80) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = toolBody();
      const created = await test.client.post<Tool>("/tools", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /tools/{id} reads one tool", async () => {
  await using test = await startTestSystem();
  const aTool = await makeTool(test.system);
  const found = await test.client.get(`/tools/${aTool.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aTool);
  expectProblem(await test.client.get(`/tools/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/tools/no-uuid"), 404);
});

Deno.test("GET /tools/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aTool = await makeTool(test.system);
  await expectConditionalRead(test.client, `/tools/${aTool.id}`);
});

Deno.test("PUT /tools/{id} replaces a tool, never creates one", async () => {
  await using test = await startTestSystem();
  const aTool = await makeTool(test.system);
  const body = { ...toolBody() };
  const replaced = await test.client.put<Tool>(`/tools/${aTool.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aTool.id,
    createdAt: aTool.createdAt,
  });
  expectProblem(
    await test.client.put(`/tools/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /tools/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aTool = await makeTool(test.system);
  const changed = await test.client.patch<Tool>(`/tools/${aTool.id}`, {
    name: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aTool,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/tools/${aTool.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/tools/${aTool.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/tools/${aTool.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/tools/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /tools/{id} deletes a tool once", async () => {
  await using test = await startTestSystem();
  const aTool = await makeTool(test.system);
  assert.equal((await test.client.delete(`/tools/${aTool.id}`)).status, 204);
  expectProblem(await test.client.delete(`/tools/${aTool.id}`), 404);
});

Deno.test("/tools/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aTool = await makeTool(test.system);
  const path = `/tools/${aTool.id}`;
  const body = { ...toolBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
