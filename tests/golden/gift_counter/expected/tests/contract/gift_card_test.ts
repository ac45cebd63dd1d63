/**
 * What clients can rely on: every endpoint of gift cards, called in process.
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
import { expectRestoration } from "../../kit/expect_restoration.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { GiftCard } from "../../models/gift_card.ts";
import { giftCardBody, makeGiftCard } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /gift-cards lists gift cards page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeGiftCard(test.system);
  const second = await makeGiftCard(test.system);

  const page = await test.client.get<Page<GiftCard>>("/gift-cards?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<GiftCard>>(
    `/gift-cards?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /gift-cards sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeGiftCard(test.system);
  const second = await makeGiftCard(test.system, { title: "Changed" });

  const sorted = await test.client.get<Page<GiftCard>>("/gift-cards?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ title: String("Changed") });
  const filtered = await test.client.get<Page<GiftCard>>(
    `/gift-cards?${filter}`,
  );
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /gift-cards filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/gift-cards",
    entity: await makeGiftCard(test.system),
    fields: ["title", "amount", "status", "sellerId"],
    choices: { status: ["sold", "redeemed"] },
  });
});

Deno.test("GET /gift-cards?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeGiftCard(test.system);
  for (const field of ["title"]) {
    const q = `needle ${field}`;
    const aGiftCard = await makeGiftCard(test.system, { [field]: q });
    const found = await test.client.get<Page<GiftCard>>(
      `/gift-cards?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aGiftCard]);
  }
});

Deno.test("GET /gift-cards refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/gift-cards?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/gift-cards?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/gift-cards?cursor=nonsense"), 400);
});

Deno.test("POST /gift-cards creates a gift card", async () => {
  await using test = await startTestSystem();
  const body = giftCardBody();

  const created = await test.client.post<GiftCard>("/gift-cards", body);
  assert.equal(created.status, 201);
  assert.equal(
    created.headers.get("location"),
    `/gift-cards/${created.body.id}`,
  );
  expectContains(created.body, body);
  const found = await test.client.get(`/gift-cards/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /gift-cards refuses what is not a gift card", async (t) => {
  await using test = await startTestSystem();
  const body = giftCardBody();

  const refused: [string, Record<string, unknown>, string][] = [
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(61) }, "title"],
    ["amount missing", { amount: undefined }, "amount"],
    ["amount of the wrong type", { amount: { not: "this" } }, "amount"],
    ["amount too small", { amount: -1 }, "amount"],
    ["amount with too many decimals", { amount: 9.501 }, "amount"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["pin of the wrong type", { pin: { not: "this" } }, "pin"],
    ["pin too long", { pin: "x".repeat(21) }, "pin"],
    ["sellerId of the wrong type", { sellerId: { not: "this" } }, "sellerId"],
    ["sellerId of nothing", { sellerId: crypto.randomUUID() }, "sellerId"],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/gift-cards", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/gift-cards", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/gift-cards",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /gift-cards takes a gift card at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["title as long as it may be", { title: "x".repeat(60) }],
    ["amount at least 0", { amount: 0 }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = giftCardBody();
      const created = await test.client.post<GiftCard>("/gift-cards", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("GET /gift-cards/{id} reads one gift card", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  const found = await test.client.get(`/gift-cards/${aGiftCard.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aGiftCard);
  expectProblem(
    await test.client.get(`/gift-cards/${crypto.randomUUID()}`),
    404,
  );
  expectProblem(await test.client.get("/gift-cards/no-uuid"), 404);
});

Deno.test("GET /gift-cards/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  await expectConditionalRead(test.client, `/gift-cards/${aGiftCard.id}`);
});

Deno.test("PUT /gift-cards/{id} replaces a gift card, never creates one", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  const body = { ...giftCardBody(), sellerId: aGiftCard.sellerId };
  const replaced = await test.client.put<GiftCard>(
    `/gift-cards/${aGiftCard.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aGiftCard.id,
    createdAt: aGiftCard.createdAt,
  });
  expectProblem(
    await test.client.put(`/gift-cards/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /gift-cards/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  const changed = await test.client.patch<GiftCard>(
    `/gift-cards/${aGiftCard.id}`,
    { title: "Changed" },
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aGiftCard,
    title: "Changed",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/gift-cards/${aGiftCard.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(
    `/gift-cards/${aGiftCard.id}`,
    same.body,
  );
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/gift-cards/${aGiftCard.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/gift-cards/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /gift-cards/{id} deletes a gift card once", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  assert.equal(
    (await test.client.delete(`/gift-cards/${aGiftCard.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/gift-cards/${aGiftCard.id}`), 404);
});

Deno.test("POST /gift-cards/{id}/restore brings back what was deleted", async () => {
  await using test = await startTestSystem();
  await expectRestoration({
    client: test.client,
    path: "/gift-cards",
    make: () => makeGiftCard(test.system),
    reads: true,
    lists: true,
  });
});

Deno.test("/gift-cards/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  const path = `/gift-cards/${aGiftCard.id}`;
  const body = { ...giftCardBody(), sellerId: aGiftCard.sellerId };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /gift-cards/{id}/redeem takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  const done = await test.client.post<GiftCard>(
    `/gift-cards/${aGiftCard.id}/redeem`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "redeemed" });
  const again = await test.client.post(`/gift-cards/${aGiftCard.id}/redeem`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/gift-cards/${crypto.randomUUID()}/redeem`),
    404,
  );
});

Deno.test("POST /gift-cards/{id}/redeem takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aGiftCard = await makeGiftCard(test.system);
  const path = `/gift-cards/${aGiftCard.id}/redeem`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
