/**
 * What clients may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { CLIENT_BODY, CLIENT_PATCH } from "../../schemas/client_schema.ts";
import { checkClient } from "../../validations/client_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "credit",
    takes: [0, 500, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be between 0 and 500" }, {
      value: 501,
      message: "must be between 0 and 500",
    }],
  },
];

Deno.test("the schema of a client takes what each field may hold, and nothing else", () => {
  expectBodies(CLIENT_BODY, FIELDS);
  expectPatches(CLIENT_PATCH, FIELDS);
});

Deno.test("the rules of a client say which field breaks them, and how", () => {
  expectRules(checkClient, FIELDS);
});
