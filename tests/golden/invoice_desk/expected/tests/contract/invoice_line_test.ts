/**
 * What clients can rely on: every endpoint of invoice lines, called in process.
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
import type { InvoiceLine } from "../../models/invoice_line.ts";
import { invoiceLineBody, makeInvoiceLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /invoice-lines lists invoice lines page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeInvoiceLine(test.system);
  const second = await makeInvoiceLine(test.system);

  const page = await test.client.get<Page<InvoiceLine>>(
    "/invoice-lines?limit=1",
  );
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<InvoiceLine>>(
    `/invoice-lines?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /invoice-lines sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeInvoiceLine(test.system);
  const second = await makeInvoiceLine(test.system, { description: "Changed" });

  const sorted = await test.client.get<Page<InvoiceLine>>(
    "/invoice-lines?sort=-id",
  );
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ description: String("Changed") });
  const filtered = await test.client.get<Page<InvoiceLine>>(
    `/invoice-lines?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /invoice-lines filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/invoice-lines",
    entity: await makeInvoiceLine(test.system),
    fields: [
      "description",
      "quantity",
      "unitPrice",
      "discount",
      "taxRate",
      "amount",
      "tax",
      "total",
      "perPiece",
      "invoiceId",
    ],
    choices: {},
  });
});

Deno.test("GET /invoice-lines?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeInvoiceLine(test.system);
  for (const field of ["description"]) {
    const q = `needle ${field}`;
    const anInvoiceLine = await makeInvoiceLine(test.system, { [field]: q });
    const found = await test.client.get<Page<InvoiceLine>>(
      `/invoice-lines?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [anInvoiceLine]);
  }
});

Deno.test("GET /invoice-lines refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/invoice-lines?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/invoice-lines?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/invoice-lines?cursor=nonsense"), 400);
});

Deno.test("POST /invoice-lines creates an invoice line", async () => {
  await using test = await startTestSystem();
  const body = await invoiceLineBody(test.system);

  const created = await test.client.post<InvoiceLine>("/invoice-lines", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/invoice-lines/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/invoice-lines/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /invoice-lines refuses what is not an invoice line", async (t) => {
  await using test = await startTestSystem();
  const body = await invoiceLineBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["description missing", { description: undefined }, "description"],
    [
      "description of the wrong type",
      { description: { not: "this" } },
      "description",
    ],
    ["description blank", { description: " " }, "description"],
    ["description too long", { description: "x".repeat(201) }, "description"],
    ["quantity missing", { quantity: undefined }, "quantity"],
    ["quantity of the wrong type", { quantity: { not: "this" } }, "quantity"],
    ["quantity too small", { quantity: 0 }, "quantity"],
    ["unitPrice missing", { unitPrice: undefined }, "unitPrice"],
    [
      "unitPrice of the wrong type",
      { unitPrice: { not: "this" } },
      "unitPrice",
    ],
    ["unitPrice too small", { unitPrice: -1 }, "unitPrice"],
    ["unitPrice with too many decimals", { unitPrice: 9.501 }, "unitPrice"],
    ["discount of the wrong type", { discount: { not: "this" } }, "discount"],
    ["discount with too many decimals", { discount: 9.501 }, "discount"],
    ["taxRate of the wrong type", { taxRate: { not: "this" } }, "taxRate"],
    ["taxRate with too many decimals", { taxRate: 9.5001 }, "taxRate"],
    ["amount sent", { amount: 9.5 }, "amount"],
    ["tax sent", { tax: 90.25 }, "tax"],
    ["total sent", { total: 99.75 }, "total"],
    ["perPiece sent", { perPiece: 9.5 }, "perPiece"],
    ["invoiceId missing", { invoiceId: undefined }, "invoiceId"],
    [
      "invoiceId of the wrong type",
      { invoiceId: { not: "this" } },
      "invoiceId",
    ],
    ["invoiceId of nothing", { invoiceId: crypto.randomUUID() }, "invoiceId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/invoice-lines", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/invoice-lines", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/invoice-lines",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /invoice-lines takes an invoice line at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { taxRate: undefined }, { taxRate: null }],
    ["description as long as it may be", { description: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await invoiceLineBody(test.system);
      const created = await test.client.post<InvoiceLine>("/invoice-lines", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /invoice-lines/{id} reads one invoice line", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  const found = await test.client.get(`/invoice-lines/${anInvoiceLine.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anInvoiceLine);
  expectProblem(
    await test.client.get(`/invoice-lines/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/invoice-lines/no-uuid"), 404);
});

Deno.test("GET /invoice-lines/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  await expectConditionalRead(
    test.client,
    `/invoice-lines/${anInvoiceLine.id}`,
  );
});

Deno.test("PUT /invoice-lines/{id} replaces an invoice line, never creates one", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  const body = { ...await invoiceLineBody(test.system) };
  const replaced = await test.client.put<InvoiceLine>(
    `/invoice-lines/${anInvoiceLine.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anInvoiceLine.id,
    createdAt: anInvoiceLine.createdAt,
  });
  expectProblem(
    await test.client.put(`/invoice-lines/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /invoice-lines/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  const changed = await test.client.patch<InvoiceLine>(
    `/invoice-lines/${anInvoiceLine.id}`,
    { description: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anInvoiceLine,
    description: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(
    `/invoice-lines/${anInvoiceLine.id}`,
    {},
  );
  assert.equal(same.status, 200);
  const back = await test.client.patch(
    `/invoice-lines/${anInvoiceLine.id}`,
    same.body,
  );
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/invoice-lines/${anInvoiceLine.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/invoice-lines/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /invoice-lines/{id} never changes amount", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  expectProblem(
    await test.client.patch(`/invoice-lines/${anInvoiceLine.id}`, {
      amount: 10.5,
    }),
    422,
    "amount",
  );
});

Deno.test("PATCH /invoice-lines/{id} never changes tax", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  expectProblem(
    await test.client.patch(`/invoice-lines/${anInvoiceLine.id}`, {
      tax: 91.25,
    }),
    422,
    "tax",
  );
});

Deno.test("PATCH /invoice-lines/{id} never changes total", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  expectProblem(
    await test.client.patch(`/invoice-lines/${anInvoiceLine.id}`, {
      total: 100.75,
    }),
    422,
    "total",
  );
});

Deno.test("PATCH /invoice-lines/{id} never changes perPiece", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  expectProblem(
    await test.client.patch(`/invoice-lines/${anInvoiceLine.id}`, {
      perPiece: 10.5,
    }),
    422,
    "perPiece",
  );
});

Deno.test("DELETE /invoice-lines/{id} deletes an invoice line once", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  assert.equal(
    (await test.client.delete(`/invoice-lines/${anInvoiceLine.id}`)).status,
    204,
  );
  expectProblem(
    await test.client.delete(`/invoice-lines/${anInvoiceLine.id}`),
    404,
  );
});

Deno.test("/invoice-lines/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anInvoiceLine = await makeInvoiceLine(test.system);
  const path = `/invoice-lines/${anInvoiceLine.id}`;
  const body = { ...await invoiceLineBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});
