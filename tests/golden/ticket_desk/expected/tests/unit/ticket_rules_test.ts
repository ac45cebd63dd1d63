/**
 * What tickets may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TICKET_BODY, TICKET_PATCH } from "../../schemas/ticket_schema.ts";
import { checkTicket } from "../../validations/ticket_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "seat",
    required: true,
    takes: ["x", "x".repeat(10)],
    refuses: ["x".repeat(11), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "status",
    takes: ["sold", "used"],
    refuses: ["no such value", null],
  },
  {
    field: "usedAt",
    takes: ["2030-01-15T09:30:00.000Z", null],
    refuses: ["not this"],
  },
  {
    field: "pin",
    takes: ["x", "x".repeat(20), null],
    refuses: ["x".repeat(21)],
  },
  {
    field: "eventId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a ticket takes what each field may hold, and nothing else", () => {
  expectBodies(TICKET_BODY, FIELDS);
  expectPatches(TICKET_PATCH, FIELDS);
});

Deno.test("the rules of a ticket say which field breaks them, and how", () => {
  expectRules(checkTicket, FIELDS);
});
