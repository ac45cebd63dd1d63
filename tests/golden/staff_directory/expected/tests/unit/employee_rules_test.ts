/**
 * What employees may hold, field by field: their schema and their rules alone.
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
  EMPLOYEE_BODY,
  EMPLOYEE_PATCH,
} from "../../schemas/employee_schema.ts";
import { checkEmployee } from "../../validations/employee_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "email",
    required: true,
    takes: ["someone@example.com"],
    refuses: ["x".repeat(255) + "@example.com", "not this", null],
  },
  {
    field: "managerId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
  {
    field: "buddyId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of an employee takes what each field may hold, and nothing else", () => {
  expectBodies(EMPLOYEE_BODY, FIELDS);
  expectPatches(EMPLOYEE_PATCH, FIELDS);
});

Deno.test("the rules of an employee say which field breaks them, and how", () => {
  expectRules(checkEmployee, FIELDS);
});
