/**
 * What tips may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TIP_BODY, TIP_PATCH } from "../../schemas/tip_schema.ts";
import { checkTip } from "../../validations/tip_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "text",
    required: true,
    takes: ["x", "x".repeat(5000)],
    refuses: ["x".repeat(5001), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "senderId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of a tip takes what each field may hold, and nothing else", () => {
  expectBodies(TIP_BODY, FIELDS);
  expectPatches(TIP_PATCH, FIELDS);
});

Deno.test("the rules of a tip say which field breaks them, and how", () => {
  expectRules(checkTip, FIELDS);
});
