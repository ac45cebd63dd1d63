/**
 * What organisations may hold, field by field: their schema and their rules alone.
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
  ORGANISATION_BODY,
  ORGANISATION_PATCH,
} from "../../schemas/organisation_schema.ts";
import { checkOrganisation } from "../../validations/organisation_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "site",
    takes: ["https://example.com/", null],
    refuses: ["https://example.com/" + "x".repeat(2049), "not this"],
  },
];

Deno.test("the schema of an organisation takes what each field may hold, and nothing else", () => {
  expectBodies(ORGANISATION_BODY, FIELDS);
  expectPatches(ORGANISATION_PATCH, FIELDS);
});

Deno.test("the rules of an organisation say which field breaks them, and how", () => {
  expectRules(checkOrganisation, FIELDS);
});
