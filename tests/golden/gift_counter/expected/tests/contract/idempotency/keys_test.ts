/**
 * Requests with an `Idempotency-Key`: carried out once each, and answered again as they were.
 *
 * @module
 */
import {
  expectOwnKeys,
  type KeyedOperation,
  onceTrials,
} from "../../../kit/once_trials.ts";
import {
  actor,
  giftCardBody,
  makeGiftCard,
  makeUser,
  noteBody,
} from "../../samples.ts";
import { startTestSystem, type TestSystem } from "../../test_system.ts";

const OPERATIONS: readonly KeyedOperation<TestSystem>[] = [
  {
    name: "POST /gift-cards",
    prepare: () =>
      Promise.resolve({ path: "/gift-cards", body: giftCardBody() }),
    another: () =>
      Promise.resolve({
        path: "/gift-cards",
        body: { ...giftCardBody(), title: "Changed" },
      }),
  },
  {
    name: "POST /gift-cards/{id}/redeem",
    prepare: async (test) => ({
      path: `/gift-cards/${(await makeGiftCard(test.system)).id}/redeem`,
    }),
    another: async (test) => ({
      path: `/gift-cards/${(await makeGiftCard(test.system)).id}/redeem`,
    }),
  },
  {
    name: "POST /notes",
    prepare: () => Promise.resolve({ path: "/notes", body: noteBody() }),
    another: () =>
      Promise.resolve({
        path: "/notes",
        body: { ...noteBody(), text: "Changed" },
      }),
  },
];

for (const { title, run } of onceTrials(OPERATIONS)) {
  Deno.test(title, () => run(startTestSystem));
}

Deno.test("a key is its sender's: nobody else gets the answer", async () => {
  await using test = await startTestSystem();
  const one = await actor(test.system);
  const other = await makeUser(test.system);
  const call = { path: "/gift-cards", body: giftCardBody() };
  await expectOwnKeys(call, { one: test.as(one.id), other: test.as(other.id) });
});
