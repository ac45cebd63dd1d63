/**
 * What maps may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { MAP_BODY } from "../../schemas/map_schema.ts";
import { checkMapEntity } from "../../validations/map_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "function",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "return", takes: [1, null], refuses: ["not this"] },
];

Deno.test("the schema of a map takes what each field may hold, and nothing else", () => {
  expectBodies(MAP_BODY, FIELDS);
});

Deno.test("the rules of a map say which field breaks them, and how", () => {
  expectRules(checkMapEntity, FIELDS);
});
