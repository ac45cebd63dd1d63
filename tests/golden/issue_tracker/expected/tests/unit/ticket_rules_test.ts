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
  { field: "number", takes: [1], refuses: [1.5, null] },
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "labels",
    takes: [[], ["-odv----cn-"]],
    refuses: [
      Array(21).fill("-odv----cn-"),
      [{ not: "this" }],
      ["x".repeat(41)],
      ["~~~"],
      null,
    ],
  },
  {
    field: "estimates",
    takes: [[], [9.5]],
    refuses: [
      Array(101).fill(9.5),
      [{ not: "this" }],
      [-1],
      [101],
      [9.51],
      null,
    ],
  },
  {
    field: "watchers",
    required: true,
    takes: [[], ["someone@example.com"]],
    refuses: [
      Array(101).fill("someone@example.com"),
      [{ not: "this" }],
      ["x".repeat(255) + "@example.com"],
      ["not this"],
      null,
    ],
  },
  {
    field: "days",
    takes: [[], ["mon"]],
    refuses: [
      Array(101).fill("mon"),
      [{ not: "this" }],
      ["no such value"],
      null,
    ],
  },
  {
    field: "dueDates",
    takes: [[], ["2030-01-15"]],
    refuses: [
      Array(101).fill("2030-01-15"),
      [{ not: "this" }],
      ["not this"],
      null,
    ],
  },
  {
    field: "assigneeId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of a ticket takes what each field may hold, and nothing else", () => {
  expectBodies(TICKET_BODY, FIELDS);
  expectPatches(TICKET_PATCH, FIELDS);
});

Deno.test("the rules of a ticket say which field breaks them, and how", () => {
  expectRules(checkTicket, FIELDS);
});
