/**
 * What audit entries may hold, field by field: their schema and their rules alone.
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
  AUDIT_ENTRY_BODY,
  AUDIT_ENTRY_PATCH,
} from "../../schemas/audit_entry_schema.ts";
import { checkAuditEntry } from "../../validations/audit_entry_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "event",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of an audit entry takes what each field may hold, and nothing else", () => {
  expectBodies(AUDIT_ENTRY_BODY, FIELDS);
  expectPatches(AUDIT_ENTRY_PATCH, FIELDS);
});

Deno.test("the rules of an audit entry say which field breaks them, and how", () => {
  expectRules(checkAuditEntry, FIELDS);
});
