/**
 * What clients can rely on: every endpoint of sales, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectAdjustment } from "../../kit/expect_adjustment.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectRestoration } from "../../kit/expect_restoration.ts";
import { expectStateRule } from "../../kit/expect_state_rules.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Sale } from "../../models/sale.ts";
import { makeClient, makeItem, makeSale, saleBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /sales lists sales page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeSale(test.system);
  const second = await makeSale(test.system);

  const page = await test.client.get<Page<Sale>>("/sales?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Sale>>(
    `/sales?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /sales sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeSale(test.system);
  const second = await makeSale(test.system, { status: "placed" });

  const sorted = await test.client.get<Page<Sale>>("/sales?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ status: String("placed") });
  const filtered = await test.client.get<Page<Sale>>(`/sales?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /sales filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/sales",
    entity: await makeSale(test.system),
    fields: ["status", "quantity", "points", "itemId", "clientId"],
    choices: { status: ["open", "placed", "cancelled"] },
  });
});

Deno.test("GET /sales refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/sales?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/sales?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/sales?cursor=nonsense"), 400);
});

Deno.test("POST /sales creates a sale", async () => {
  await using test = await startTestSystem();
  const body = await saleBody(test.system);

  const created = await test.client.post<Sale>("/sales", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/sales/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/sales/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /sales refuses what is not a sale", async (t) => {
  await using test = await startTestSystem();
  const body = await saleBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["quantity missing", { quantity: undefined }, "quantity"],
    ["quantity of the wrong type", { quantity: { not: "this" } }, "quantity"],
    ["quantity too small", { quantity: 0 }, "quantity"],
    ["quantity too large", { quantity: 21 }, "quantity"],
    ["points of the wrong type", { points: { not: "this" } }, "points"],
    ["points too small", { points: -1 }, "points"],
    ["points with too many decimals", { points: 9.51 }, "points"],
    ["itemId missing", { itemId: undefined }, "itemId"],
    ["itemId of the wrong type", { itemId: { not: "this" } }, "itemId"],
    ["itemId of nothing", { itemId: crypto.randomUUID() }, "itemId"],
    ["clientId of the wrong type", { clientId: { not: "this" } }, "clientId"],
    ["clientId of nothing", { clientId: crypto.randomUUID() }, "clientId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/sales", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/sales", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/sales", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /sales takes a sale at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["status of open", { status: "open" }],
    ["status of placed", { status: "placed" }],
    ["status of cancelled", { status: "cancelled" }],
    ["quantity at least 1", { quantity: 1 }],
    ["quantity at most 20", { quantity: 20 }],
    ["points at least 0", { points: 0 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await saleBody(test.system);
      const created = await test.client.post<Sale>("/sales", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /sales/{id} reads one sale", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system);
  const found = await test.client.get(`/sales/${aSale.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aSale);
  expectProblem(await test.client.get(`/sales/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/sales/no-uuid"), 404);
});

Deno.test("GET /sales/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system);
  await expectConditionalRead(test.client, `/sales/${aSale.id}`);
});

Deno.test("PUT /sales/{id} replaces a sale, never creates one", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system);
  const body = { ...await saleBody(test.system) };
  const replaced = await test.client.put<Sale>(`/sales/${aSale.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aSale.id,
    createdAt: aSale.createdAt,
  });
  expectProblem(
    await test.client.put(`/sales/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /sales/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system);
  const changed = await test.client.patch<Sale>(`/sales/${aSale.id}`, {
    quantity: 2,
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aSale,
    quantity: 2,
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/sales/${aSale.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/sales/${aSale.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/sales/${aSale.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/sales/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /sales/{id} deletes a sale once", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system);
  assert.equal((await test.client.delete(`/sales/${aSale.id}`)).status, 204);
  expectProblem(await test.client.delete(`/sales/${aSale.id}`), 404);
});

Deno.test("POST /sales/{id}/restore brings back what was deleted", async () => {
  await using test = await startTestSystem();
  await expectRestoration({
    client: test.client,
    path: "/sales",
    make: () => makeSale(test.system),
    reads: true,
    lists: true,
  });
});

Deno.test("/sales asks what it is itself", async () => {
  await using test = await startTestSystem();
  await expectStateRule({
    make: () => makeSale(test.system),
    target: ({ id }) => id,
    store: test.system.saleStore.handleExecute.bind(test.system.saleStore),
    shut: { status: "placed" },
    attempts: {
      replace: async (made) =>
        await test.client.send(
          `/sales/${made.id}`,
          textInit(
            "PUT",
            JSON.stringify({ ...await saleBody(test.system), quantity: 2 }),
          ),
        ),
      patch: ({ id }) => test.client.patch(`/sales/${id}`, { quantity: 2 }),
      delete: ({ id }) => test.client.delete(`/sales/${id}`),
    },
    exempt: ["delete"],
  });
});

Deno.test("/sales/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system);
  const path = `/sales/${aSale.id}`;
  const body = { ...await saleBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /sales/{id}/place takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, {
    itemId: (await makeItem(test.system, { stock: 5 })).id,
  });
  const done = await test.client.post<Sale>(`/sales/${aSale.id}/place`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "placed" });
  const again = await test.client.post(`/sales/${aSale.id}/place`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/sales/${crypto.randomUUID()}/place`),
    404,
  );
});

Deno.test("POST /sales/{id}/place takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, {
    itemId: (await makeItem(test.system, { stock: 5 })).id,
  });
  const path = `/sales/${aSale.id}/place`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /sales/{id}/place changes item.stock with it, once or not at all", async () => {
  await using test = await startTestSystem();
  await expectAdjustment({
    client: test.client,
    path: "/sales",
    action: "place",
    field: "stock",
    by: -1,
    start: 5,
    target: (stock) => makeItem(test.system, { stock }),
    readTarget: (id) =>
      test.system.itemController.handleProcessRequest({ operation: "get", id }),
    make: async (itemId) => await makeSale(test.system, { itemId }),
    read: (id) =>
      test.system.saleController.handleProcessRequest({ operation: "get", id }),
    edge: 0,
    twice: 2,
    undo: "cancel",
    bypass: { status: "placed" },
  });
});

Deno.test("POST /sales/{id}/place is refused in another state", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, { status: "cancelled" });
  expectProblem(await test.client.post(`/sales/${aSale.id}/place`), 409);
  const bypass = await test.client.patch(`/sales/${aSale.id}`, {
    status: "placed",
  });
  expectProblem(bypass, 409);
});

Deno.test("POST /sales/{id}/cancel takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, {
    status: "placed",
    itemId: (await makeItem(test.system, { stock: 0 })).id,
  });
  const done = await test.client.post<Sale>(`/sales/${aSale.id}/cancel`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "cancelled" });
  const again = await test.client.post(`/sales/${aSale.id}/cancel`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/sales/${crypto.randomUUID()}/cancel`),
    404,
  );
});

Deno.test("POST /sales/{id}/cancel takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, {
    status: "placed",
    itemId: (await makeItem(test.system, { stock: 0 })).id,
  });
  const path = `/sales/${aSale.id}/cancel`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /sales/{id}/cancel changes item.stock with it, once or not at all", async () => {
  await using test = await startTestSystem();
  await expectAdjustment({
    client: test.client,
    path: "/sales",
    action: "cancel",
    field: "stock",
    by: 1,
    start: 0,
    target: (stock) => makeItem(test.system, { stock }),
    readTarget: (id) =>
      test.system.itemController.handleProcessRequest({ operation: "get", id }),
    make: async (itemId) =>
      await makeSale(test.system, { itemId, status: "placed" }),
    read: (id) =>
      test.system.saleController.handleProcessRequest({ operation: "get", id }),
    bypass: { status: "cancelled" },
  });
});

Deno.test("POST /sales/{id}/cancel is refused in another state", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, { status: "open" });
  expectProblem(await test.client.post(`/sales/${aSale.id}/cancel`), 409);
  const bypass = await test.client.patch(`/sales/${aSale.id}`, {
    status: "cancelled",
  });
  expectProblem(bypass, 409);
});

Deno.test("POST /sales/{id}/credit takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, {
    clientId: (await makeClient(test.system, { credit: 62.5 })).id,
    itemId: (await makeItem(test.system, { stock: 0 })).id,
  });
  const done = await test.client.post<Sale>(`/sales/${aSale.id}/credit`);
  assert.equal(done.status, 200);
  expectContains(done.body, { points: 0 });
  const again = await test.client.post(`/sales/${aSale.id}/credit`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/sales/${crypto.randomUUID()}/credit`),
    404,
  );
});

Deno.test("POST /sales/{id}/credit takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aSale = await makeSale(test.system, {
    clientId: (await makeClient(test.system, { credit: 62.5 })).id,
    itemId: (await makeItem(test.system, { stock: 0 })).id,
  });
  const path = `/sales/${aSale.id}/credit`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /sales/{id}/credit changes client.credit with it, once or not at all", async () => {
  await using test = await startTestSystem();
  await expectAdjustment({
    client: test.client,
    path: "/sales",
    action: "credit",
    field: "credit",
    by: -12.5,
    start: 62.5,
    target: (credit) => makeClient(test.system, { credit }),
    readTarget: (id) =>
      test.system.clientController.handleProcessRequest({
        operation: "get",
        id,
      }),
    make: async (clientId) =>
      await makeSale(test.system, {
        clientId,
        itemId: (await makeItem(test.system, { stock: 0 })).id,
      }),
    read: (id) =>
      test.system.saleController.handleProcessRequest({ operation: "get", id }),
    edge: 0,
    twice: 25,
    bypass: { points: 0 },
  });
});

Deno.test("POST /sales/{id}/credit changes item.stock with it, once or not at all", async () => {
  await using test = await startTestSystem();
  await expectAdjustment({
    client: test.client,
    path: "/sales",
    action: "credit",
    field: "stock",
    by: 1,
    start: 0,
    target: (stock) => makeItem(test.system, { stock }),
    readTarget: (id) =>
      test.system.itemController.handleProcessRequest({ operation: "get", id }),
    make: async (itemId) =>
      await makeSale(test.system, {
        itemId,
        clientId: (await makeClient(test.system, { credit: 62.5 })).id,
      }),
    read: (id) =>
      test.system.saleController.handleProcessRequest({ operation: "get", id }),
    bypass: { points: 0 },
  });
});
