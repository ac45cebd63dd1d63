/**
 * What clients can rely on: the fields of gift cards that follow from others, or that no answer shows.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectProblem } from "../../kit/testing.ts";
import type { GiftCard } from "../../models/gift_card.ts";
import { giftCardBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /gift-cards takes the pin, and no answer shows it", async () => {
  await using test = await startTestSystem();
  const body = { ...giftCardBody(), pin: "Changed" };
  const created = await test.client.post<GiftCard>("/gift-cards", body);
  assert.equal(created.status, 201, JSON.stringify(created.body));
  assert.equal(Object.hasOwn(created.body, "pin"), false);
  const listed = await test.client.get<{ items: GiftCard[] }>("/gift-cards");
  assert.deepEqual(listed.body.items, [created.body]);
  const filter = new URLSearchParams({ pin: String(body.pin) });
  expectProblem(await test.client.get(`/gift-cards?${filter}`), 422, "pin");
  expectProblem(await test.client.get("/gift-cards?sort=pin"), 422, "sort");
});
