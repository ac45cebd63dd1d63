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
  const second = await makeOrder(test.system, { customer: "Changed" });

  const sorted = await test.client.get<Page<Order>>("/orders?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ customer: String("Changed") });
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
      "customer",
      "weightGrams",
      "zone",
      "subtotal",
      "express",
      "status",
      "shippingCost",
    ],
    choices: {
      zone: ["domestic", "europe", "world"],
      status: ["open", "shipped"],
    },
  });
});

Deno.test("GET /orders?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeOrder(test.system);
  for (const field of ["customer"]) {
    const q = `needle ${field}`;
    const anOrder = await makeOrder(test.system, { [field]: q });
    const found = await test.client.get<Page<Order>>(
      `/orders?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anOrder]);
  }
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
  const body = orderBody();

  const created = await test.client.post<Order>("/orders", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/orders/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/orders/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /orders refuses what is not an order", async (t) => {
  await using test = await startTestSystem();
  const body = orderBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["customer missing", { customer: undefined }, "customer"],
    ["customer of the wrong type", { customer: { not: "this" } }, "customer"],
    ["customer blank", { customer: " " }, "customer"],
    ["customer too long", { customer: "x".repeat(81) }, "customer"],
    ["weightGrams missing", { weightGrams: undefined }, "weightGrams"],
    [
      "weightGrams of the wrong type",
      { weightGrams: { not: "this" } },
      "weightGrams",
    ],
    ["weightGrams too small", { weightGrams: 0 }, "weightGrams"],
    ["weightGrams too large", { weightGrams: 40001 }, "weightGrams"],
    ["zone missing", { zone: undefined }, "zone"],
    ["zone of the wrong type", { zone: { not: "this" } }, "zone"],
    ["zone of no known value", { zone: "no such value" }, "zone"],
    ["subtotal missing", { subtotal: undefined }, "subtotal"],
    ["subtotal of the wrong type", { subtotal: { not: "this" } }, "subtotal"],
    ["subtotal too small", { subtotal: -1 }, "subtotal"],
    ["subtotal with too many decimals", { subtotal: 9.501 }, "subtotal"],
    ["express of the wrong type", { express: { not: "this" } }, "express"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["shippingCost sent", { shippingCost: 9.5 }, "shippingCost"],
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
    ["customer as long as it may be", { customer: "x".repeat(80) }],
    ["weightGrams at least 1", { weightGrams: 1 }],
    ["weightGrams at most 40000", { weightGrams: 40000 }],
    ["zone of domestic", { zone: "domestic" }],
    ["zone of europe", { zone: "europe" }],
    ["zone of world", { zone: "world" }],
    ["subtotal at least 0", { subtotal: 0 }],
    ["status of open", { status: "open" }],
    ["status of shipped", { status: "shipped" }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = orderBody();
      const created = await test.client.post<Order>("/orders", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
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
  const body = { ...orderBody() };
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
    customer: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anOrder,
    customer: "Changed",
    shippingCost: changed.body.shippingCost,
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

Deno.test("PATCH /orders/{id} never changes shippingCost", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  expectProblem(
    await test.client.patch(`/orders/${anOrder.id}`, {
      shippingCost: [10.5, 9.5].find((one) => one !== anOrder.shippingCost),
    }),
    422,
    "shippingCost",
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
  const body = { ...orderBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /orders/{id}/ship takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
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
  const anOrder = await makeOrder(test.system);
  const path = `/orders/${anOrder.id}/ship`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
