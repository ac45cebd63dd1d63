/**
 * What lessons may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { LESSON_BODY, LESSON_PATCH } from "../../schemas/lesson_schema.ts";
import { checkLesson } from "../../validations/lesson_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "number", takes: [1], refuses: [1.5, null] },
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "minutes",
    required: true,
    takes: [1],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be at least 1" }],
  },
  {
    field: "courseId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a lesson takes what each field may hold, and nothing else", () => {
  expectBodies(LESSON_BODY, FIELDS);
  expectPatches(LESSON_PATCH, FIELDS);
});

Deno.test("the rules of a lesson say which field breaks them, and how", () => {
  expectRules(checkLesson, FIELDS);
});
