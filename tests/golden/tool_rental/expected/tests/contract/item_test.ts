/**
 * What clients can rely on: every endpoint of items, called in process.
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
import { expectRestoration } from "../../kit/expect_restoration.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Item } from "../../models/item.ts";
import { itemBody, makeItem } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /items lists items page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeItem(test.system);
  const second = await makeItem(test.system);

  const page = await test.client.get<Page<Item>>("/items?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Item>>(
    `/items?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /items sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeItem(test.system);
  const second = await makeItem(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Item>>("/items?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Item>>(`/items?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /items filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/items",
    entity: await makeItem(test.system),
    fields: ["name", "stock"],
    choices: {},
  });
});

Deno.test("GET /items?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeItem(test.system);
  for (const field of ["name"]) {
    const q = `needle ${field}`;
    const anItem = await makeItem(test.system, { [field]: q });
    const found = await test.client.get<Page<Item>>(
      `/items?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anItem]);
  }
});

Deno.test("GET /items refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/items?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/items?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/items?cursor=nonsense"), 400);
});

Deno.test("POST /items creates an item", async () => {
  await using test = await startTestSystem();
  const body = itemBody();

  const created = await test.client.post<Item>("/items", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/items/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/items/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /items refuses what is not an item", async (t) => {
  await using test = await startTestSystem();
  const body = itemBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["name missing", { name: undefined }, "name"],
    ["name of the wrong type", { name: { not: "this" } }, "name"],
    ["name blank", { name: " " }, "name"],
    ["name too long", { name: "x".repeat(81) }, "name"],
    ["stock of the wrong type", { stock: { not: "this" } }, "stock"],
    ["stock too small", { stock: -1 }, "stock"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/items", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/items", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/items", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /items takes an item at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["name as long as it may be", { name: "x".repeat(80) }],
    ["stock at least 0", { stock: 0 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = itemBody();
      const created = await test.client.post<Item>("/items", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /items refuses a second item with the same name", async () => {
  await using test = await startTestSystem();
  const taken = (await makeItem(test.system)).name;
  expectProblem(
    await test.client.post("/items", { ...itemBody(), name: taken }),
    409,
    "name",
  );
});

Deno.test("GET /items/{id} reads one item", async () => {
  await using test = await startTestSystem();
  const anItem = await makeItem(test.system);
  const found = await test.client.get(`/items/${anItem.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anItem);
  expectProblem(await test.client.get(`/items/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/items/no-uuid"), 404);
});

Deno.test("GET /items/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anItem = await makeItem(test.system);
  await expectConditionalRead(test.client, `/items/${anItem.id}`);
});

Deno.test("PUT /items/{id} replaces an item, never creates one", async () => {
  await using test = await startTestSystem();
  const anItem = await makeItem(test.system);
  const body = { ...itemBody() };
  const replaced = await test.client.put<Item>(`/items/${anItem.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anItem.id,
    createdAt: anItem.createdAt,
  });
  expectProblem(
    await test.client.put(`/items/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /items/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anItem = await makeItem(test.system);
  const changed = await test.client.patch<Item>(`/items/${anItem.id}`, {
    name: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anItem,
    name: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/items/${anItem.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/items/${anItem.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/items/${anItem.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/items/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /items/{id} deletes an item once", async () => {
  await using test = await startTestSystem();
  const anItem = await makeItem(test.system);
  assert.equal((await test.client.delete(`/items/${anItem.id}`)).status, 204);
  expectProblem(await test.client.delete(`/items/${anItem.id}`), 404);
});

Deno.test("POST /items/{id}/restore brings back what was deleted", async () => {
  await using test = await startTestSystem();
  await expectRestoration({
    client: test.client,
    path: "/items",
    make: () => makeItem(test.system),
    reads: true,
    lists: true,
    take: ({ name }) => makeItem(test.system, { name }),
  });
});

Deno.test("/items/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anItem = await makeItem(test.system);
  const path = `/items/${anItem.id}`;
  const body = { ...itemBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
