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
    field: "title",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "slug", takes: ["some-words"], refuses: [null] },
  {
    field: "status",
    takes: ["open", "closed"],
    refuses: ["no such value", null],
  },
  {
    field: "secret",
    takes: ["x", "x".repeat(40), null],
    refuses: ["x".repeat(41)],
  },
  {
    field: "customerId",
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
