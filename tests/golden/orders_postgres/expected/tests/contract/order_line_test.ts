/**
 * What clients can rely on: every endpoint of order lines, called in process.
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
import type { OrderLine } from "../../models/order_line.ts";
import { makeOrderLine, orderLineBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /order-lines lists order lines page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeOrderLine(test.system);
  const second = await makeOrderLine(test.system);

  const page = await test.client.get<Page<OrderLine>>("/order-lines?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<OrderLine>>(
    `/order-lines?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /order-lines sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeOrderLine(test.system);
  const second = await makeOrderLine(test.system, { product: "Changed" });

  const sorted = await test.client.get<Page<OrderLine>>(
    "/order-lines?sort=-id",
  );
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ product: String("Changed") });
  const filtered = await test.client.get<Page<OrderLine>>(
    `/order-lines?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /order-lines filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/order-lines",
    entity: await makeOrderLine(test.system),
    fields: ["product", "quantity", "price", "orderId"],
    choices: {},
  });
});

Deno.test("GET /order-lines?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeOrderLine(test.system);
  for (const field of ["product"]) {
    const q = `needle ${field}`;
    const anOrderLine = await makeOrderLine(test.system, { [field]: q });
    const found = await test.client.get<Page<OrderLine>>(
      `/order-lines?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anOrderLine]);
  }
});

Deno.test("GET /order-lines refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/order-lines?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/order-lines?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/order-lines?cursor=nonsense"), 400);
});

Deno.test("POST /order-lines creates an order line", async () => {
  await using test = await startTestSystem();
  const body = await orderLineBody(test.system);

  const created = await test.client.post<OrderLine>("/order-lines", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/order-lines/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/order-lines/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /order-lines refuses what is not an order line", async (t) => {
  await using test = await startTestSystem();
  const body = await orderLineBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["product missing", { product: undefined }, "product"],
    ["product of the wrong type", { product: { not: "this" } }, "product"],
    ["product blank", { product: " " }, "product"],
    ["product too long", { product: "x".repeat(101) }, "product"],
    ["quantity missing", { quantity: undefined }, "quantity"],
    ["quantity of the wrong type", { quantity: { not: "this" } }, "quantity"],
    ["quantity too small", { quantity: 0 }, "quantity"],
    ["price missing", { price: undefined }, "price"],
    ["price of the wrong type", { price: { not: "this" } }, "price"],
    ["price too small", { price: -1 }, "price"],
    ["price with too many decimals", { price: 9.501 }, "price"],
    ["orderId missing", { orderId: undefined }, "orderId"],
    ["orderId of the wrong type", { orderId: { not: "this" } }, "orderId"],
    ["orderId of nothing", { orderId: crypto.randomUUID() }, "orderId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/order-lines", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/order-lines", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/order-lines",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /order-lines takes an order line at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["product as long as it may be", { product: "x".repeat(100) }],
    ["quantity at least 1", { quantity: 1 }],
    ["price at least 0", { price: 0 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await orderLineBody(test.system);
      const created = await test.client.post<OrderLine>("/order-lines", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /order-lines/{id} reads one order line", async () => {
  await using test = await startTestSystem();
  const anOrderLine = await makeOrderLine(test.system);
  const found = await test.client.get(`/order-lines/${anOrderLine.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anOrderLine);
  expectProblem(
    await test.client.get(`/order-lines/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/order-lines/no-uuid"), 404);
});

Deno.test("GET /order-lines/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anOrderLine = await makeOrderLine(test.system);
  await expectConditionalRead(test.client, `/order-lines/${anOrderLine.id}`);
});

Deno.test("PUT /order-lines/{id} replaces an order line, never creates one", async () => {
  await using test = await startTestSystem();
  const anOrderLine = await makeOrderLine(test.system);
  const body = { ...await orderLineBody(test.system) };
  const replaced = await test.client.put<OrderLine>(
    `/order-lines/${anOrderLine.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anOrderLine.id,
    createdAt: anOrderLine.createdAt,
  });
  expectProblem(
    await test.client.put(`/order-lines/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /order-lines/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anOrderLine = await makeOrderLine(test.system);
  const changed = await test.client.patch<OrderLine>(
    `/order-lines/${anOrderLine.id}`,
    { product: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anOrderLine,
    product: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/order-lines/${anOrderLine.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(
    `/order-lines/${anOrderLine.id}`,
    same.body,
  );
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/order-lines/${anOrderLine.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/order-lines/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /order-lines/{id} deletes an order line once", async () => {
  await using test = await startTestSystem();
  const anOrderLine = await makeOrderLine(test.system);
  assert.equal(
    (await test.client.delete(`/order-lines/${anOrderLine.id}`)).status,
    204,
  );
  expectProblem(
    await test.client.delete(`/order-lines/${anOrderLine.id}`),
    404,
  );
});

Deno.test("/order-lines/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anOrderLine = await makeOrderLine(test.system);
  const path = `/order-lines/${anOrderLine.id}`;
  const body = { ...await orderLineBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
