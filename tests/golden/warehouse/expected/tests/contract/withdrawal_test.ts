/**
 * What clients can rely on: every endpoint of withdrawals, called in process.
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
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Withdrawal } from "../../models/withdrawal.ts";
import { makeProduct, makeWithdrawal, withdrawalBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /withdrawals lists withdrawals page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeWithdrawal(test.system);
  const second = await makeWithdrawal(test.system);

  const page = await test.client.get<Page<Withdrawal>>("/withdrawals?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Withdrawal>>(
    `/withdrawals?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /withdrawals sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeWithdrawal(test.system);
  const second = await makeWithdrawal(test.system, { quantity: 2 });

  const sorted = await test.client.get<Page<Withdrawal>>(
    "/withdrawals?sort=-id",
  );
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ quantity: String(2) });
  const filtered = await test.client.get<Page<Withdrawal>>(
    `/withdrawals?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /withdrawals filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/withdrawals",
    entity: await makeWithdrawal(test.system),
    fields: ["quantity", "status", "productId"],
    choices: { status: ["planned", "taken"] },
  });
});

Deno.test("GET /withdrawals refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/withdrawals?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/withdrawals?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/withdrawals?cursor=nonsense"), 400);
});

Deno.test("POST /withdrawals creates a withdrawal", async () => {
  await using test = await startTestSystem();
  const body = await withdrawalBody(test.system);

  const created = await test.client.post<Withdrawal>("/withdrawals", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/withdrawals/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/withdrawals/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /withdrawals refuses what is not a withdrawal", async (t) => {
  await using test = await startTestSystem();
  const body = await withdrawalBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["quantity missing", { quantity: undefined }, "quantity"],
    ["quantity of the wrong type", { quantity: { not: "this" } }, "quantity"],
    ["quantity too small", { quantity: 0 }, "quantity"],
    ["quantity too large", { quantity: 101 }, "quantity"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["productId missing", { productId: undefined }, "productId"],
    [
      "productId of the wrong type",
      { productId: { not: "this" } },
      "productId",
    ],
    ["productId of nothing", { productId: crypto.randomUUID() }, "productId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/withdrawals", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/withdrawals", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/withdrawals",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /withdrawals takes a withdrawal at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["quantity at least 1", { quantity: 1 }],
    ["quantity at most 100", { quantity: 100 }],
    ["status of planned", { status: "planned" }],
    ["status of taken", { status: "taken" }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await withdrawalBody(test.system);
      const created = await test.client.post<Withdrawal>("/withdrawals", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /withdrawals/{id} reads one withdrawal", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system);
  const found = await test.client.get(`/withdrawals/${aWithdrawal.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aWithdrawal);
  expectProblem(
    await test.client.get(`/withdrawals/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/withdrawals/no-uuid"), 404);
});

Deno.test("GET /withdrawals/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system);
  await expectConditionalRead(test.client, `/withdrawals/${aWithdrawal.id}`);
});

Deno.test("PUT /withdrawals/{id} replaces a withdrawal, never creates one", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system);
  const body = { ...await withdrawalBody(test.system) };
  const replaced = await test.client.put<Withdrawal>(
    `/withdrawals/${aWithdrawal.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aWithdrawal.id,
    createdAt: aWithdrawal.createdAt,
  });
  expectProblem(
    await test.client.put(`/withdrawals/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /withdrawals/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system);
  const changed = await test.client.patch<Withdrawal>(
    `/withdrawals/${aWithdrawal.id}`,
    { quantity: 2 },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aWithdrawal,
    quantity: 2,
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/withdrawals/${aWithdrawal.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(
    `/withdrawals/${aWithdrawal.id}`,
    same.body,
  );
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/withdrawals/${aWithdrawal.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/withdrawals/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /withdrawals/{id} deletes a withdrawal once", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system);
  assert.equal(
    (await test.client.delete(`/withdrawals/${aWithdrawal.id}`)).status,
    204,
  );
  expectProblem(
    await test.client.delete(`/withdrawals/${aWithdrawal.id}`),
    404,
  );
});

Deno.test("/withdrawals/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system);
  const path = `/withdrawals/${aWithdrawal.id}`;
  const body = { ...await withdrawalBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /withdrawals/{id}/take takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system, {
    productId: (await makeProduct(test.system, { stock: 5 })).id,
  });
  const done = await test.client.post<Withdrawal>(
    `/withdrawals/${aWithdrawal.id}/take`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "taken" });
  const again = await test.client.post(`/withdrawals/${aWithdrawal.id}/take`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/withdrawals/${crypto.randomUUID()}/take`),
    404,
  );
});

Deno.test("POST /withdrawals/{id}/take takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aWithdrawal = await makeWithdrawal(test.system, {
    productId: (await makeProduct(test.system, { stock: 5 })).id,
  });
  const path = `/withdrawals/${aWithdrawal.id}/take`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /withdrawals/{id}/take changes product.stock with it, once or not at all", async () => {
  await using test = await startTestSystem();
  await expectAdjustment({
    client: test.client,
    path: "/withdrawals",
    action: "take",
    field: "stock",
    by: -1,
    start: 5,
    target: (stock) => makeProduct(test.system, { stock }),
    readTarget: (id) =>
      test.system.productController.handleProcessRequest({
        operation: "get",
        id,
      }),
    make: async (productId) => await makeWithdrawal(test.system, { productId }),
    read: (id) =>
      test.system.withdrawalController.handleProcessRequest({
        operation: "get",
        id,
      }),
    edge: 0,
    twice: 2,
    bypass: { status: "taken" },
  });
});
