/**
 * What projects may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { PROJECT_BODY, PROJECT_PATCH } from "../../schemas/project_schema.ts";
import { checkProject } from "../../validations/project_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a project takes what each field may hold, and nothing else", () => {
  expectBodies(PROJECT_BODY, FIELDS);
  expectPatches(PROJECT_PATCH, FIELDS);
});

Deno.test("the rules of a project say which field breaks them, and how", () => {
  expectRules(checkProject, FIELDS);
});
