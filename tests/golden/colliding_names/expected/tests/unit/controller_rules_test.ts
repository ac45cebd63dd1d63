/**
 * What controllers may hold, field by field: their schema and their rules alone.
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
  CONTROLLER_BODY,
  CONTROLLER_PATCH,
} from "../../schemas/controller_schema.ts";
import { checkController } from "../../validations/controller_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "isbn",
    required: true,
    takes: ["-X---3X-94X"],
    refuses: ["x".repeat(18), "~~~~~~~~~~", null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "code",
    required: true,
    takes: ["b"],
    refuses: ["x".repeat(201), "~~~", null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a controller takes what each field may hold, and nothing else", () => {
  expectBodies(CONTROLLER_BODY, FIELDS);
  expectPatches(CONTROLLER_PATCH, FIELDS);
});

Deno.test("the rules of a controller say which field breaks them, and how", () => {
  expectRules(checkController, FIELDS);
});
