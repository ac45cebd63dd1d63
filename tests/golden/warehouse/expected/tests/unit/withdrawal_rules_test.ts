/**
 * What withdrawals may hold, field by field: their schema and their rules alone.
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
  WITHDRAWAL_BODY,
  WITHDRAWAL_PATCH,
} from "../../schemas/withdrawal_schema.ts";
import { checkWithdrawal } from "../../validations/withdrawal_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "quantity",
    required: true,
    takes: [1, 100],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be between 1 and 100" }, {
      value: 101,
      message: "must be between 1 and 100",
    }],
  },
  {
    field: "status",
    takes: ["planned", "taken"],
    refuses: ["no such value", null],
  },
  {
    field: "productId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a withdrawal takes what each field may hold, and nothing else", () => {
  expectBodies(WITHDRAWAL_BODY, FIELDS);
  expectPatches(WITHDRAWAL_PATCH, FIELDS);
});

Deno.test("the rules of a withdrawal say which field breaks them, and how", () => {
  expectRules(checkWithdrawal, FIELDS);
});
