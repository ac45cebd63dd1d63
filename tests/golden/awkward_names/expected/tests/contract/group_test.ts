/**
 * What clients can rely on: every endpoint of groups, called in process.
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
import type { Group } from "../../models/group.ts";
import { groupBody, makeGroup } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /groups lists groups page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeGroup(test.system);
  const second = await makeGroup(test.system);

  const page = await test.client.get<Page<Group>>("/groups?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Group>>(
    `/groups?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /groups sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeGroup(test.system);
  const second = await makeGroup(test.system, { order: 2 });

  const sorted = await test.client.get<Page<Group>>("/groups?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ order: String(2) });
  const filtered = await test.client.get<Page<Group>>(`/groups?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /groups filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/groups",
    entity: await makeGroup(test.system),
    fields: ["order", "select", "class", "default", "newValue"],
    choices: { class: ["it's", 'say "hi"', "`tick`", "${x}", "*/"] },
  });
});

Deno.test("GET /groups?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeGroup(test.system);
  for (const field of ["select", "default"]) {
    const q = `needle ${field}`;
    const aGroup = await makeGroup(test.system, { [field]: q });
    const found = await test.client.get<Page<Group>>(
      `/groups?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aGroup]);
  }
});

Deno.test("GET /groups refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/groups?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/groups?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/groups?cursor=nonsense"), 400);
});

Deno.test("POST /groups creates a group", async () => {
  await using test = await startTestSystem();
  const body = groupBody();

  const created = await test.client.post<Group>("/groups", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/groups/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/groups/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /groups refuses what is not a group", async (t) => {
  await using test = await startTestSystem();
  const body = groupBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["order of the wrong type", { order: { not: "this" } }, "order"],
    ["select missing", { select: undefined }, "select"],
    ["select of the wrong type", { select: { not: "this" } }, "select"],
    ["select blank", { select: " " }, "select"],
    ["select too long", { select: "x".repeat(201) }, "select"],
    ["class of the wrong type", { class: { not: "this" } }, "class"],
    ["class of no known value", { class: "no such value" }, "class"],
    ["default of the wrong type", { default: { not: "this" } }, "default"],
    ["default too long", { default: "x".repeat(10001) }, "default"],
    ["newValue of the wrong type", { newValue: { not: "this" } }, "newValue"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/groups", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/groups", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/groups", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /groups takes a group at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { order: undefined }, { order: null }],
    ["select as long as it may be", { select: "x".repeat(200) }],
    ["class of it's", { class: "it's" }],
    ['class of say "hi"', { class: 'say "hi"' }],
    ["class of `tick`", { class: "`tick`" }],
    ["class of ${x}", { class: "${x}" }],
    ["class of */", { class: "*/" }],
    ["default as long as it may be", { default: "x".repeat(10000) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = groupBody();
      const created = await test.client.post<Group>("/groups", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /groups/{id} reads one group", async () => {
  await using test = await startTestSystem();
  const aGroup = await makeGroup(test.system);
  const found = await test.client.get(`/groups/${aGroup.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aGroup);
  expectProblem(await test.client.get(`/groups/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/groups/no-uuid"), 404);
});

Deno.test("GET /groups/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aGroup = await makeGroup(test.system);
  await expectConditionalRead(test.client, `/groups/${aGroup.id}`);
});

Deno.test("PUT /groups/{id} replaces a group, never creates one", async () => {
  await using test = await startTestSystem();
  const aGroup = await makeGroup(test.system);
  const body = { ...groupBody() };
  const replaced = await test.client.put<Group>(`/groups/${aGroup.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aGroup.id,
    createdAt: aGroup.createdAt,
  });
  expectProblem(
    await test.client.put(`/groups/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /groups/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aGroup = await makeGroup(test.system);
  const changed = await test.client.patch<Group>(`/groups/${aGroup.id}`, {
    order: 2,
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aGroup,
    order: 2,
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/groups/${aGroup.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/groups/${aGroup.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/groups/${aGroup.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/groups/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /groups/{id} deletes a group once", async () => {
  await using test = await startTestSystem();
  const aGroup = await makeGroup(test.system);
  assert.equal((await test.client.delete(`/groups/${aGroup.id}`)).status, 204);
  expectProblem(await test.client.delete(`/groups/${aGroup.id}`), 404);
});

Deno.test("/groups/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aGroup = await makeGroup(test.system);
  const path = `/groups/${aGroup.id}`;
  const body = { ...groupBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
