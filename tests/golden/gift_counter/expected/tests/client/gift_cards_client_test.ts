/**
 * The client about gift cards, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type GiftCardCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeGiftCard } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a gift card", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: GiftCardCreate = {
    title: "Some title",
    amount: 9.5,
  };
  const created = await client.giftCards.create(body);
  assert.deepEqual(await client.giftCards.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.giftCards.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a gift card", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aGiftCard = await makeGiftCard(test.system);
  const found = await client.giftCards.get(aGiftCard.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.giftCards.getIfChanged(aGiftCard.id, {}, same),
    undefined,
  );
  const part = await client.giftCards.get(aGiftCard.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.giftCards.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all gift cards, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeGiftCard(test.system),
    await makeGiftCard(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.giftCards.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a gift card", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aGiftCard = await makeGiftCard(test.system);
  const change = { title: "Changed" } as const;
  const changed = await client.giftCards.patch(aGiftCard.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a gift card", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aGiftCard = await makeGiftCard(test.system);
  await client.giftCards.delete(aGiftCard.id);
  await assert.rejects(client.giftCards.delete(aGiftCard.id), refusal(404));
});

Deno.test("the client carries out redeem on a gift card", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aGiftCard = await makeGiftCard(test.system);
  const done = await client.giftCards.redeem(aGiftCard.id);
  expectContains(done, { status: "redeemed" });
});
