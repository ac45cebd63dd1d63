/**
 * What sales may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { SALE_BODY, SALE_PATCH } from "../../schemas/sale_schema.ts";
import { checkSale } from "../../validations/sale_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "status",
    takes: ["open", "placed", "cancelled"],
    refuses: ["no such value", null],
  },
  {
    field: "quantity",
    required: true,
    takes: [1, 20],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be between 1 and 20" }, {
      value: 21,
      message: "must be between 1 and 20",
    }],
  },
  {
    field: "points",
    takes: [0, 9.6],
    refuses: [9.51, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "itemId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "clientId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of a sale takes what each field may hold, and nothing else", () => {
  expectBodies(SALE_BODY, FIELDS);
  expectPatches(SALE_PATCH, FIELDS);
});

Deno.test("the rules of a sale say which field breaks them, and how", () => {
  expectRules(checkSale, FIELDS);
});
