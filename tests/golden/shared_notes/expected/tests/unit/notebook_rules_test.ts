/**
 * What notebooks may hold, field by field: their schema and their rules alone.
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
  NOTEBOOK_BODY,
  NOTEBOOK_PATCH,
} from "../../schemas/notebook_schema.ts";
import { checkNotebook } from "../../validations/notebook_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "organisationId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a notebook takes what each field may hold, and nothing else", () => {
  expectBodies(NOTEBOOK_BODY, FIELDS);
  expectPatches(NOTEBOOK_PATCH, FIELDS);
});

Deno.test("the rules of a notebook say which field breaks them, and how", () => {
  expectRules(checkNotebook, FIELDS);
});
