/**
 * What tickets may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TICKET_BODY } from "../../schemas/ticket_schema.ts";
import { checkTicket } from "../../validations/ticket_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "code",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "seat",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
];

Deno.test("the schema of a ticket takes what each field may hold, and nothing else", () => {
  expectBodies(TICKET_BODY, FIELDS);
});

Deno.test("the rules of a ticket say which field breaks them, and how", () => {
  expectRules(checkTicket, FIELDS);
});
