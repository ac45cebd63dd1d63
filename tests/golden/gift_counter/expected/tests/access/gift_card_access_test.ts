/**
 * Who may do what with gift cards: every rule, tried by everybody.
 *
 * @module
 */
import { type AccessTrial, tryAccess } from "../../kit/access_trial.ts";
import type { Entity } from "../../kit/entity_spec.ts";
import { expectProblem } from "../../kit/testing.ts";
import { GIFT_CARD_SPEC } from "../../models/gift_card.ts";
import { giftCardBody, makeGiftCard, makeUser } from "../samples.ts";
import { startTestSystem, type TestSystem } from "../test_system.ts";

/** Somebody who tries: given the system and the entity, the id of who it is. */
type Actor = (
  test: TestSystem,
  made: Entity,
  ownerId: string,
) => Promise<string | undefined>;

/** Lets somebody try everything in a system of its own. */
async function tryAs(
  t: Deno.TestContext,
  who: Actor,
  steps: Parameters<typeof tryAccess>[2],
): Promise<void> {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  let actorId: string | undefined;
  const trial: AccessTrial = {
    path: GIFT_CARD_SPEC.path,
    make: async () => {
      const made = await makeGiftCard(test.system, { sellerId: owner.id });
      actorId = await who(test, made, owner.id);
      return made;
    },
    body: () => giftCardBody(),
    client: () => test.as(actorId),
    find: async (id) => {
      const found = await test.system.giftCardController.handleProcessRequest({
        operation: "get",
        id,
      });
      return found.ok ? found.value : undefined;
    },
  };
  await tryAccess(t, trial, steps);
}

Deno.test("what nobody who is signed in may do with gift cards", (t) =>
  tryAs(t, () => Promise.resolve(undefined), [
    { operation: "list", answer: 401 },
    { operation: "get", answer: 401 },
    { operation: "create", answer: 401 },
    { operation: "replace", answer: 401 },
    { operation: "patch", answer: 401 },
    { operation: "delete", answer: 401 },
    { operation: "redeem", answer: 401 },
    { operation: "restore", answer: 401 },
  ]));

Deno.test("what the owner may do with gift cards", (t) =>
  tryAs(t, (_test, _made, ownerId) => Promise.resolve(ownerId), [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: "allowed" },
    { operation: "patch", answer: "allowed" },
    { operation: "delete", answer: "allowed" },
    { operation: "redeem", answer: 403 },
    { operation: "restore", answer: "allowed" },
  ]));

Deno.test("what another user may do with gift cards", (t) =>
  tryAs(t, async (test) => (await makeUser(test.system)).id, [
    { operation: "list", answer: "allowed" },
    { operation: "get", answer: "allowed" },
    { operation: "create", answer: "allowed" },
    { operation: "replace", answer: 403 },
    { operation: "patch", answer: 403 },
    { operation: "delete", answer: 403 },
    { operation: "redeem", answer: 403 },
    { operation: "restore", answer: 403 },
  ]));

Deno.test("what a user with the role manager may do with gift cards", (t) =>
  tryAs(
    t,
    async (test) => (await makeUser(test.system, { role: "manager" })).id,
    [
      { operation: "list", answer: "allowed" },
      { operation: "get", answer: "allowed" },
      { operation: "create", answer: "allowed" },
      { operation: "replace", answer: 403 },
      { operation: "patch", answer: 403 },
      { operation: "delete", answer: 403 },
      { operation: "redeem", answer: "allowed" },
      { operation: "restore", answer: 403 },
    ],
  ));

Deno.test("nobody makes a gift card another's, or takes one", async () => {
  await using test = await startTestSystem();
  const other = await makeUser(test.system);
  const creator = await makeUser(test.system);
  const body = { ...giftCardBody(), sellerId: other.id };
  expectProblem(
    await test.as(creator.id).post(GIFT_CARD_SPEC.path, body),
    422,
    "sellerId",
  );
  const owner = await makeUser(test.system);
  const made = await makeGiftCard(test.system, { sellerId: owner.id });
  const path = `${GIFT_CARD_SPEC.path}/${made.id}`;
  expectProblem(
    await test.as(owner.id).patch(path, { sellerId: other.id }),
    422,
    "sellerId",
  );
});

Deno.test("nobody does by a body what they may not do by redeem", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const made = await makeGiftCard(test.system, { sellerId: owner.id });
  const client = test.as(owner.id);
  expectProblem(
    await client.patch(`${GIFT_CARD_SPEC.path}/${made.id}`, {
      status: "redeemed",
    }),
    403,
  );
  const body = { ...giftCardBody(), ...{ status: "redeemed" } };
  expectProblem(await client.post(GIFT_CARD_SPEC.path, body), 403);
});
