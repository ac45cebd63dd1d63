/**
 * What tasks may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TASK_BODY, TASK_PATCH } from "../../schemas/task_schema.ts";
import { checkTask } from "../../validations/task_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "description",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  { field: "completed", takes: [true], refuses: ["not this", null] },
];

Deno.test("the schema of a task takes what each field may hold, and nothing else", () => {
  expectBodies(TASK_BODY, FIELDS);
  expectPatches(TASK_PATCH, FIELDS);
});

Deno.test("the rules of a task say which field breaks them, and how", () => {
  expectRules(checkTask, FIELDS);
});
