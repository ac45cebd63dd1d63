/**
 * What courses may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { COURSE_BODY, COURSE_PATCH } from "../../schemas/course_schema.ts";
import { checkCourse } from "../../validations/course_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "code",
    required: true,
    takes: ["x", "x".repeat(20)],
    refuses: ["x".repeat(21), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "state",
    takes: ["draft", "open", "closed"],
    refuses: ["no such value", null],
  },
  {
    field: "leadId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "placeId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of a course takes what each field may hold, and nothing else", () => {
  expectBodies(COURSE_BODY, FIELDS);
  expectPatches(COURSE_PATCH, FIELDS);
});

Deno.test("the rules of a course say which field breaks them, and how", () => {
  expectRules(checkCourse, FIELDS);
});
