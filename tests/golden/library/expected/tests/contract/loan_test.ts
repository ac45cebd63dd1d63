/**
 * What clients can rely on: every endpoint of loans, called in process.
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
import type { Loan } from "../../models/loan.ts";
import { loanBody, makeLoan } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /loans lists loans page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeLoan(test.system);
  const second = await makeLoan(test.system);

  const page = await test.client.get<Page<Loan>>("/loans?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Loan>>(
    `/loans?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /loans sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeLoan(test.system);
  const second = await makeLoan(test.system, { dueDate: "2031-02-20" });

  const sorted = await test.client.get<Page<Loan>>("/loans?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ dueDate: String("2031-02-20") });
  const filtered = await test.client.get<Page<Loan>>(`/loans?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /loans filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/loans",
    entity: await makeLoan(test.system),
    fields: ["dueDate", "returned", "bookId", "memberId"],
    choices: {},
  });
});

Deno.test("GET /loans refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/loans?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/loans?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/loans?cursor=nonsense"), 400);
});

Deno.test("POST /loans creates a loan", async () => {
  await using test = await startTestSystem();
  const body = await loanBody(test.system);

  const created = await test.client.post<Loan>("/loans", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/loans/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/loans/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /loans refuses what is not a loan", async (t) => {
  await using test = await startTestSystem();
  const body = await loanBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["dueDate of the wrong type", { dueDate: { not: "this" } }, "dueDate"],
    ["dueDate malformed", { dueDate: "not this" }, "dueDate"],
    ["returned of the wrong type", { returned: { not: "this" } }, "returned"],
    ["bookId missing", { bookId: undefined }, "bookId"],
    ["bookId of the wrong type", { bookId: { not: "this" } }, "bookId"],
    ["bookId of nothing", { bookId: crypto.randomUUID() }, "bookId"],
    ["memberId missing", { memberId: undefined }, "memberId"],
    ["memberId of the wrong type", { memberId: { not: "this" } }, "memberId"],
    ["memberId of nothing", { memberId: crypto.randomUUID() }, "memberId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/loans", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(await test.client.send("/loans", textInit("POST", "{")), 400);
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send("/loans", textInit("POST", "a=b", "text/plain")),
      415,
    );
  });
});

Deno.test("POST /loans takes a loan at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { dueDate: undefined }, { dueDate: null }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await loanBody(test.system);
      const created = await test.client.post<Loan>("/loans", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /loans/{id} reads one loan", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  const found = await test.client.get(`/loans/${aLoan.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aLoan);
  expectProblem(await test.client.get(`/loans/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/loans/no-uuid"), 404);
});

Deno.test("GET /loans/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  await expectConditionalRead(test.client, `/loans/${aLoan.id}`);
});

Deno.test("PUT /loans/{id} replaces a loan, never creates one", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  const body = { ...await loanBody(test.system) };
  const replaced = await test.client.put<Loan>(`/loans/${aLoan.id}`, body);
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aLoan.id,
    createdAt: aLoan.createdAt,
  });
  expectProblem(
    await test.client.put(`/loans/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /loans/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  const changed = await test.client.patch<Loan>(`/loans/${aLoan.id}`, {
    dueDate: "2031-02-20",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aLoan,
    dueDate: "2031-02-20",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/loans/${aLoan.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/loans/${aLoan.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/loans/${aLoan.id}`, { id: crypto.randomUUID() }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/loans/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /loans/{id} deletes a loan once", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  assert.equal((await test.client.delete(`/loans/${aLoan.id}`)).status, 204);
  expectProblem(await test.client.delete(`/loans/${aLoan.id}`), 404);
});

Deno.test("/loans/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  const path = `/loans/${aLoan.id}`;
  const body = { ...await loanBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /loans/{id}/return takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  const done = await test.client.post<Loan>(`/loans/${aLoan.id}/return`);
  assert.equal(done.status, 200);
  expectContains(done.body, { returned: true });
  const again = await test.client.post(`/loans/${aLoan.id}/return`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/loans/${crypto.randomUUID()}/return`),
    404,
  );
});

Deno.test("POST /loans/{id}/return takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aLoan = await makeLoan(test.system);
  const path = `/loans/${aLoan.id}/return`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
