/**
 * What clients can rely on: every endpoint of receipts, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Receipt } from "../../models/receipt.ts";
import { receiptBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /receipts creates a receipt", async () => {
  await using test = await startTestSystem();
  const body = await receiptBody(test.system);

  const created = await test.client.post<Receipt>("/receipts", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/receipts/${created.body.id}`);
  expectContains(created.body, body);
});

Deno.test("POST /receipts refuses what is not a receipt", async (t) => {
  await using test = await startTestSystem();
  const body = await receiptBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["t of the wrong type", { t: { not: "this" } }, "t"],
    ["t too long", { t: "x".repeat(201) }, "t"],
    ["xId missing", { xId: undefined }, "xId"],
    ["xId of the wrong type", { xId: { not: "this" } }, "xId"],
    ["xId of nothing", { xId: crypto.randomUUID() }, "xId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/receipts", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/receipts", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/receipts",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /receipts takes a receipt at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["what it needs alone", { t: undefined }, { t: null }],
    ["t as long as it may be", { t: "x".repeat(200) }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await receiptBody(test.system);
      const created = await test.client.post<Receipt>("/receipts", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /receipts does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/receipts", { method: "GET" }), 405);
});

Deno.test("GET /receipts/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/receipts/${crypto.randomUUID()}`, {
      method: "GET",
    }),
    404,
  );
});

Deno.test("PUT /receipts/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/receipts/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    404,
  );
});

Deno.test("PATCH /receipts/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/receipts/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    404,
  );
});

Deno.test("DELETE /receipts/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/receipts/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    404,
  );
});
