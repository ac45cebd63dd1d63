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
  const second = await makeOrder(test.system, { number: "Changed" });

  const sorted = await test.client.get<Page<Order>>("/orders?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ number: String("Changed") });
  const filtered = await test.client.get<Page<Order>>(`/orders?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /orders filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/orders",
    entity: await makeOrder(test.system),
    fields: ["number"],
    choices: {},
  });
});

Deno.test("GET /orders?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeOrder(test.system);
  for (const field of ["number"]) {
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
    ["number missing", { number: undefined }, "number"],
    ["number of the wrong type", { number: { not: "this" } }, "number"],
    ["number blank", { number: " " }, "number"],
    ["number too long", { number: "x".repeat(201) }, "number"],
    ["address missing", { address: undefined }, "address"],
    ["address with street missing", {
      address: {
        zip: "46141",
        country: "DE",
        floor: 1,
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.street"],
    ["address with street of the wrong type", {
      address: {
        street: { no: "such" },
        zip: "46141",
        country: "DE",
        floor: 1,
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.street"],
    ["address with zip missing", {
      address: {
        street: "Some street",
        country: "DE",
        floor: 1,
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.zip"],
    ["address with zip of the wrong type", {
      address: {
        street: "Some street",
        zip: { no: "such" },
        country: "DE",
        floor: 1,
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.zip"],
    ["address with country of the wrong type", {
      address: {
        street: "Some street",
        zip: "46141",
        country: { no: "such" },
        floor: 1,
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.country"],
    ["address with floor of the wrong type", {
      address: {
        street: "Some street",
        zip: "46141",
        country: "DE",
        floor: { no: "such" },
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.floor"],
    ["address with floor too small", {
      address: {
        street: "Some street",
        zip: "46141",
        country: "DE",
        floor: -1,
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.floor"],
    ["address with floor too large", {
      address: {
        street: "Some street",
        zip: "46141",
        country: "DE",
        floor: 201,
        place: { latitude: 1, longitude: 1 },
      },
    }, "address.floor"],
    ["address with place of the wrong type", {
      address: {
        street: "Some street",
        zip: "46141",
        country: "DE",
        floor: 1,
        place: "not this",
      },
    }, "address.place"],
    ["address with noSuchMember unknown", {
      address: {
        street: "Some street",
        zip: "46141",
        country: "DE",
        floor: 1,
        place: { latitude: 1, longitude: 1 },
        noSuchMember: 1,
      },
    }, "address.noSuchMember"],
    ["address of another kind", { address: "not this" }, "address"],
    ["lines of the wrong type", { lines: { not: "this" } }, "lines"],
    ["lines with article missing", {
      lines: [{
        quantity: 1,
        price: 9.5,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }],
    }, "lines.0.article"],
    ["lines with article of the wrong type", {
      lines: [{
        article: { no: "such" },
        quantity: 1,
        price: 9.5,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }],
    }, "lines.0.article"],
    ["lines with quantity missing", {
      lines: [{
        article: "Some article",
        price: 9.5,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }],
    }, "lines.0.quantity"],
    ["lines with quantity of the wrong type", {
      lines: [{
        article: "Some article",
        quantity: { no: "such" },
        price: 9.5,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }],
    }, "lines.0.quantity"],
    ["lines with quantity too small", {
      lines: [{
        article: "Some article",
        quantity: 0,
        price: 9.5,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }],
    }, "lines.0.quantity"],
    ["lines with price of the wrong type", {
      lines: [{
        article: "Some article",
        quantity: 1,
        price: { no: "such" },
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }],
    }, "lines.0.price"],
    ["lines with price too small", {
      lines: [{
        article: "Some article",
        quantity: 1,
        price: -1,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }],
    }, "lines.0.price"],
    ["lines with labels of the wrong type", {
      lines: [{
        article: "Some article",
        quantity: 1,
        price: 9.5,
        labels: { no: "such" },
        leadTime: "PT1H30M",
      }],
    }, "lines.0.labels"],
    ["lines with leadTime of the wrong type", {
      lines: [{
        article: "Some article",
        quantity: 1,
        price: 9.5,
        labels: ["Some labels"],
        leadTime: { no: "such" },
      }],
    }, "lines.0.leadTime"],
    ["lines with noSuchMember unknown", {
      lines: [{
        article: "Some article",
        quantity: 1,
        price: 9.5,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
        noSuchMember: 1,
      }],
    }, "lines.0.noSuchMember"],
    ["lines with too many elements", {
      lines: Array(51).fill({
        article: "Some article",
        quantity: 1,
        price: 9.5,
        labels: ["Some labels"],
        leadTime: "PT1H30M",
      }),
    }, "lines"],
    ["billing with name of the wrong type", {
      billing: { name: { no: "such" }, since: "2030-01-15T09:30:00.000Z" },
    }, "billing.name"],
    ["billing with since of the wrong type", {
      billing: { name: "Some name", since: { no: "such" } },
    }, "billing.since"],
    ["billing with noSuchMember unknown", {
      billing: {
        name: "Some name",
        since: "2030-01-15T09:30:00.000Z",
        noSuchMember: 1,
      },
    }, "billing.noSuchMember"],
    ["billing of another kind", { billing: "not this" }, "billing"],
    ["receipt sent", { receipt: null }, "receipt"],
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
    ["what it needs alone", { lines: undefined, billing: undefined }, {
      lines: [],
      billing: null,
    }],
    ["number as long as it may be", { number: "x".repeat(200) }],
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

Deno.test("POST /orders refuses a second order with the same number", async () => {
  await using test = await startTestSystem();
  const taken = (await makeOrder(test.system)).number;
  expectProblem(
    await test.client.post("/orders", { ...orderBody(), number: taken }),
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
  const body = { ...orderBody(), billing: anOrder.billing };
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
    number: "Changed",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anOrder,
    number: "Changed",
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

Deno.test("PATCH /orders/{id} never changes billing", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  expectProblem(
    await test.client.patch(`/orders/${anOrder.id}`, {
      billing: { name: "Changed", since: "2030-01-15T09:30:00.000Z" },
    }),
    422,
    "billing",
  );
});

Deno.test("PATCH /orders/{id} never changes receipt", async () => {
  await using test = await startTestSystem();
  const anOrder = await makeOrder(test.system);
  expectProblem(
    await test.client.patch(`/orders/${anOrder.id}`, {
      receipt: { name: "other.png" },
    }),
    422,
    "receipt",
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
  const body = { ...orderBody(), billing: anOrder.billing };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
