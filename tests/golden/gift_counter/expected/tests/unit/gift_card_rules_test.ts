/**
 * What gift cards may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import {
  GIFT_CARD_BODY,
  GIFT_CARD_PATCH,
} from "../../schemas/gift_card_schema.ts";
import { checkGiftCard } from "../../validations/gift_card_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(60)],
    refuses: ["x".repeat(61), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "amount",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "status",
    takes: ["sold", "redeemed"],
    refuses: ["no such value", null],
  },
  {
    field: "pin",
    takes: ["x", "x".repeat(20), null],
    refuses: ["x".repeat(21)],
  },
  {
    field: "sellerId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a gift card takes what each field may hold, and nothing else", () => {
  expectBodies(GIFT_CARD_BODY, FIELDS);
  expectPatches(GIFT_CARD_PATCH, FIELDS);
});

Deno.test("the rules of a gift card say which field breaks them, and how", () => {
  expectRules(checkGiftCard, FIELDS);
});
