/**
 * What parcel boxes may hold, field by field: their schema and their rules alone.
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
  PARCEL_BOX_BODY,
  PARCEL_BOX_PATCH,
} from "../../schemas/parcel_box_schema.ts";
import { checkParcelBox } from "../../validations/parcel_box_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "boxNumber",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "dueOn", takes: ["2030-01-15", null], refuses: ["not this"] },
  {
    field: "weightGrams",
    takes: [0, null],
    refuses: [1.5],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "gateCode",
    takes: ["x", "x".repeat(12), null],
    refuses: ["x".repeat(13)],
  },
  {
    field: "senderOfId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a parcel box takes what each field may hold, and nothing else", () => {
  expectBodies(PARCEL_BOX_BODY, FIELDS);
  expectPatches(PARCEL_BOX_PATCH, FIELDS);
});

Deno.test("the rules of a parcel box say which field breaks them, and how", () => {
  expectRules(checkParcelBox, FIELDS);
});
