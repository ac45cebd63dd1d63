/**
 * What clients can rely on: every endpoint of orders, called in process.
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
import type { Order } from "../../models/order.ts";
import { makeOrder, orderBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /orders lists orders page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeOrder(test.system);
  const second = await makeOrder(test.system);

  const page = await test.client.get<Page<Order>>("/orders?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Order>>(
    `/orders?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /orders sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeOrder(test.system);
  const second = await makeOrder(test.system, { number: "SR-2431" });

  const sorted = await test.client.get<Page<Order>>("/orders?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ number: String("SR-2431") });
  const filtered = await test.client.get<Page<Order>>(`/orders?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /orders filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/orders",
    entity: await makeOrder(test.system),
    fields: [
      "number",
      "status",
      "total",
      "weight",
      "items",
      "gift",
      "paidAt",
      "pickup",
      "tracking",
      "customerId",
      "referrerId",
    ],
    choices: { status: ["open", "paid", "shipped", "cancelled"] },
  });
});

Deno.test("GET /orders refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/orders?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/orders?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/orders?cursor=nonsense"), 400);
});

Deno.test("POST /orders creates an order", async () => {
  await using test = await startTestSystem();
  const body = await orderBody(test.system);

  const created = await test.client.post<Order>("/orders", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/orders/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/orders/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /orders refuses what is not an order", async (t) => {
  await using test = await startTestSystem();
  const body = await orderBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["number missing", { number: undefined }, "number"],
    ["number of the wrong type", { number: { not: "this" } }, "number"],
    ["number blank", { number: " " }, "number"],
    ["number too long", { number: "x".repeat(201) }, "number"],
    ["number of another pattern", { number: "~~~" }, "number"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["total of the wrong type", { total: { not: "this" } }, "total"],
    ["total too small", { total: -1 }, "total"],
    ["total with too many decimals", { total: 9.501 }, "total"],
    ["weight of the wrong type", { weight: { not: "this" } }, "weight"],
    ["weight too small", { weight: -1 }, "weight"],
    ["weight too large", { weight: 1001 }, "weight"],
    ["items of the wrong type", { items: { not: "this" } }, "items"],
    ["items too small", { items: 0 }, "items"],
    ["items too large", { items: 100 }, "items"],
    ["gift of the wrong type", { gift: { not: "this" } }, "gift"],
    ["paidAt of the wrong type", { paidAt: { not: "this" } }, "paidAt"],
    ["paidAt malformed", { paidAt: "not this" }, "paidAt"],
    ["pickup of the wrong type", { pickup: { not: "this" } }, "pickup"],
    ["pickup malformed", { pickup: "not this" }, "pickup"],
    ["tracking of the wrong type", { tracking: { not: "this" } }, "tracking"],
    ["tracking too long", {
      tracking: "https://example.com/" + "x".repeat(2049),
    }, "tracking"],
    ["tracking malformed", { tracking: "not this" }, "tracking"],
    ["customerId missing", { customerId: undefined }, "customerId"],
    [
      "customerId of the wrong type",
      { customerId: { not: "this" } },
      "customerId",
    ],
    [
      "customerId of nothing",
      { customerId: crypto.randomUUID() },
      "customerId",
    ],
    [
      "referrerId of the wrong type",
      { referrerId: { not: "this" } },
      "referrerId",
    ],
    [
      "referrerId of nothing",
      { referrerId: crypto.randomUUID() },
      "referrerId",
    ],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/orders", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/orders", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/orders", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /orders takes an order at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", {
      weight: undefined,
      paidAt: undefined,
      pickup: undefined,
      tracking: undefined,
    }, { weight: null, paidAt: null, pickup: null, tracking: null }],
    ["status of open", { status: "open" }],
    ["status of paid", { status: "paid" }],
    ["status of shipped", { status: "shipped" }],
    ["status of cancelled", { status: "cancelled" }],
    ["total at least 0", { total: 0 }],
    ["weight at least 0", { weight: 0 }],
    ["weight at most 1000", { weight: 1000 }],
    ["items at least 1", { items: 1 }],
    ["items at most 99", { items: 99 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await orderBody(test.system);
      const created = await test.client.post<Order>("/orders", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /orders refuses a second order with the same number", async () => {
  await using test = await startTestSystem();
  const taken = (await makeOrder(test.system)).number;
  expectProblem(
    await test.client.post("/orders", {
      ...await orderBody(test.system),
      number: taken,
    }),
    409,
    "number",
  );
});

Deno.test("GET /orders/{id} reads one order", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const found = await test.client.get(`/orders/${anOrder.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anOrder);
  expectProblem(await test.client.get(`/orders/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/orders/no-uuid"), 404);
});

Deno.test("GET /orders/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  await expectConditionalRead(test.client, `/orders/${anOrder.id}`);
});

Deno.test("PUT /orders/{id} replaces an order, never creates one", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const body = { ...await orderBody(test.system), number: anOrder.number };
  const replaced = await test.client.put<Order>(`/orders/${anOrder.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anOrder.id,
    createdAt: anOrder.createdAt,
  });
  expectProblem(
    await test.client.put(`/orders/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /orders/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const changed = await test.client.patch<Order>(`/orders/${anOrder.id}`, {
    status: "paid",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anOrder,
    status: "paid",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/orders/${anOrder.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/orders/${anOrder.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/orders/${anOrder.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/orders/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /orders/{id} never changes number", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  expectProblem(
    await test.client.patch(`/orders/${anOrder.id}`, { number: "SR-2431" }),
    422,
    "number",
  );
});

Deno.test("DELETE /orders/{id} deletes an order once", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  assert.equal((await test.client.delete(`/orders/${anOrder.id}`)).status, 204);
  expectProblem(await test.client.delete(`/orders/${anOrder.id}`), 404);
});

Deno.test("/orders/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const path = `/orders/${anOrder.id}`;
  const body = { ...await orderBody(test.system), number: anOrder.number };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /orders/{id}/pay takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const done = await test.client.post<Order>(`/orders/${anOrder.id}/pay`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "paid" });
  assert.ok(Date.parse(String(done.body.paidAt)) > 0, "paidAt is no time");
  const again = await test.client.post(`/orders/${anOrder.id}/pay`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/orders/${crypto.randomUUID()}/pay`),
    404,
  );
});

Deno.test("POST /orders/{id}/pay takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const path = `/orders/${anOrder.id}/pay`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /orders/{id}/pay is refused in another state", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system, { status: "shipped" });
  expectProblem(await test.client.post(`/orders/${anOrder.id}/pay`), 409);
  const bypass = await test.client.patch(`/orders/${anOrder.id}`, {
    status: "paid",
  });
  expectProblem(bypass, 409);
});

Deno.test("POST /orders/{id}/ship takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system, { status: "paid" });
  const done = await test.client.post<Order>(`/orders/${anOrder.id}/ship`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "shipped" });
  const again = await test.client.post(`/orders/${anOrder.id}/ship`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/orders/${crypto.randomUUID()}/ship`),
    404,
  );
});

Deno.test("POST /orders/{id}/ship takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system, { status: "paid" });
  const path = `/orders/${anOrder.id}/ship`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /orders/{id}/ship is refused in another state", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system, { status: "open" });
  expectProblem(await test.client.post(`/orders/${anOrder.id}/ship`), 409);
  const bypass = await test.client.patch(`/orders/${anOrder.id}`, {
    status: "shipped",
  });
  expectProblem(bypass, 409);
});

Deno.test("POST /orders/{id}/cancel takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const done = await test.client.post<Order>(`/orders/${anOrder.id}/cancel`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "cancelled" });
  const again = await test.client.post(`/orders/${anOrder.id}/cancel`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/orders/${crypto.randomUUID()}/cancel`),
    404,
  );
});

Deno.test("POST /orders/{id}/cancel takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  const path = `/orders/${anOrder.id}/cancel`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /orders/{id}/cancel is refused in another state", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system, { status: "shipped" });
  expectProblem(await test.client.post(`/orders/${anOrder.id}/cancel`), 409);
  const bypass = await test.client.patch(`/orders/${anOrder.id}`, {
    status: "cancelled",
  });
  expectProblem(bypass, 409);
});
