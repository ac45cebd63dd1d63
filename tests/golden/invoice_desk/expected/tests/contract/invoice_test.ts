/**
 * What clients can rely on: every endpoint of invoices, called in process.
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
import type { Invoice } from "../../models/invoice.ts";
import { invoiceBody, makeInvoice } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /invoices lists invoices page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeInvoice(test.system);
  const second = await makeInvoice(test.system);

  const page = await test.client.get<Page<Invoice>>("/invoices?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Invoice>>(
    `/invoices?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /invoices sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeInvoice(test.system);
  const second = await makeInvoice(test.system, { number: "Changed" });

  const sorted = await test.client.get<Page<Invoice>>("/invoices?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ number: String("Changed") });
  const filtered = await test.client.get<Page<Invoice>>(`/invoices?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /invoices filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/invoices",
    entity: await makeInvoice(test.system),
    fields: ["number", "status", "sentAt"],
    choices: { status: ["draft", "sent", "paid"] },
  });
});

Deno.test("GET /invoices refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/invoices?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/invoices?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/invoices?cursor=nonsense"), 400);
});

Deno.test("POST /invoices creates an invoice", async () => {
  await using test = await startTestSystem();
  const body = invoiceBody();

  const created = await test.client.post<Invoice>("/invoices", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/invoices/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/invoices/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /invoices refuses what is not an invoice", async (t) => {
  await using test = await startTestSystem();
  const body = invoiceBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["number missing", { number: undefined }, "number"],
    ["number of the wrong type", { number: { not: "this" } }, "number"],
    ["number blank", { number: " " }, "number"],
    ["number too long", { number: "x".repeat(21) }, "number"],
    ["status sent", { status: "draft" }, "status"],
    ["sentAt sent", { sentAt: "2030-01-15T09:30:00.000Z" }, "sentAt"],
    [
      "accessCode of the wrong type",
      { accessCode: { not: "this" } },
      "accessCode",
    ],
    ["accessCode too long", { accessCode: "x".repeat(21) }, "accessCode"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/invoices", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/invoices", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/invoices",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /invoices takes an invoice at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["number as long as it may be", { number: "x".repeat(20) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = invoiceBody();
      const created = await test.client.post<Invoice>("/invoices", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /invoices/{id} reads one invoice", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  const found = await test.client.get(`/invoices/${anInvoice.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, anInvoice);
  expectProblem(await test.client.get(`/invoices/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/invoices/no-uuid"), 404);
});

Deno.test("GET /invoices/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  await expectConditionalRead(test.client, `/invoices/${anInvoice.id}`);
});

Deno.test("PUT /invoices/{id} replaces an invoice, never creates one", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  const body = { ...invoiceBody() };
  const replaced = await test.client.put<Invoice>(
    `/invoices/${anInvoice.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: anInvoice.id,
    createdAt: anInvoice.createdAt,
  });
  expectProblem(
    await test.client.put(`/invoices/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /invoices/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  const changed = await test.client.patch<Invoice>(
    `/invoices/${anInvoice.id}`,
    { number: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...anInvoice,
    number: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/invoices/${anInvoice.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/invoices/${anInvoice.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/invoices/${anInvoice.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/invoices/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("PATCH /invoices/{id} never changes status", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  expectProblem(
    await test.client.patch(`/invoices/${anInvoice.id}`, { status: "sent" }),
    422,
    "status",
  );
});

Deno.test("PATCH /invoices/{id} never changes sentAt", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  expectProblem(
    await test.client.patch(`/invoices/${anInvoice.id}`, {
      sentAt: "2031-02-20T10:00:00.000Z",
    }),
    422,
    "sentAt",
  );
});

Deno.test("DELETE /invoices/{id} deletes an invoice once", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  assert.equal(
    (await test.client.delete(`/invoices/${anInvoice.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/invoices/${anInvoice.id}`), 404);
});

Deno.test("/invoices/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  const path = `/invoices/${anInvoice.id}`;
  const body = { ...invoiceBody() };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /invoices/{id}/send takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  const done = await test.client.post<Invoice>(
    `/invoices/${anInvoice.id}/send`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "sent" });
  assert.ok(Date.parse(String(done.body.sentAt)) > 0, "sentAt is no time");
  const again = await test.client.post(`/invoices/${anInvoice.id}/send`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/invoices/${crypto.randomUUID()}/send`),
    404,
  );
});

Deno.test("POST /invoices/{id}/send takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system);
  const path = `/invoices/${anInvoice.id}/send`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /invoices/{id}/send is refused in another state", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system, { status: "paid" });
  expectProblem(await test.client.post(`/invoices/${anInvoice.id}/send`), 409);
});

Deno.test("POST /invoices/{id}/pay takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system, { status: "sent" });
  const done = await test.client.post<Invoice>(`/invoices/${anInvoice.id}/pay`);
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "paid" });
  const again = await test.client.post(`/invoices/${anInvoice.id}/pay`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/invoices/${crypto.randomUUID()}/pay`),
    404,
  );
});

Deno.test("POST /invoices/{id}/pay takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system, { status: "sent" });
  const path = `/invoices/${anInvoice.id}/pay`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});

Deno.test("POST /invoices/{id}/pay is refused in another state", async () => {
  await using test = await startTestSystem();
  const anInvoice = await makeInvoice(test.system, { status: "draft" });
  expectProblem(await test.client.post(`/invoices/${anInvoice.id}/pay`), 409);
});
