/**
 * What attackers try with gift cards.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { GIFT_CARD_SPEC } from "../../models/gift_card.ts";
import { giftCardBody, makeGiftCard } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: GIFT_CARD_SPEC,
  operations: ["list", "get", "create", "replace", "patch", "delete"],
  actions: ["redeem"],
  start: startTestSystem,
  body: giftCardBody,
  make: ({ system }) => makeGiftCard(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
