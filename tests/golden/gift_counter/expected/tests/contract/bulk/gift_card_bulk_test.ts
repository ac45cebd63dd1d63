/**
 * Several gift cards at once: all or none.
 *
 * @module
 */
import { type BulkStage, bulkTrials } from "../../../kit/bulk_trials.ts";
import type { Page } from "../../../kit/entity_request.ts";
import { expectValue } from "../../../kit/expect_outcome.ts";
import type { GiftCard } from "../../../models/gift_card.ts";
import { giftCardBody, makeGiftCard, makeUser } from "../../samples.ts";
import { startTestSystem } from "../../test_system.ts";

const SUBJECT = {
  path: "/gift-cards",
  operations: ["create", "patch", "delete"],
  most: 20,
  changed: { title: "Changed" },
  closed: ["create", "patch", "delete"],
  held: ["patch", "delete"],
} as const;

async function startStage(): Promise<BulkStage> {
  const test = await startTestSystem();
  const { system } = test;
  return {
    client: test.client,
    nobody: test.as(),
    stranger: test.as((await makeUser(system)).id),
    body: () => Promise.resolve(giftCardBody()),
    make: () => makeGiftCard(system),
    all: async () => {
      const query = {
        limit: 200,
        sort: [{ field: "id", descending: false }],
        filters: [],
      };
      const reply = await system.giftCardController.handleProcessRequest({
        operation: "list",
        query,
      });
      return (expectValue(reply) as Page<GiftCard>).items;
    },
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

for (const { title, run } of bulkTrials(SUBJECT)) {
  Deno.test(title, () => run(startStage));
}
