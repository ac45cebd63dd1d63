/**
 * What concerts may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { CONCERT_BODY, CONCERT_PATCH } from "../../schemas/concert_schema.ts";
import { checkConcert } from "../../validations/concert_rules.ts";

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
  { field: "startsOn", takes: ["2030-01-15", null], refuses: ["not this"] },
  {
    field: "state",
    takes: ["planned", "announced", "over"],
    refuses: ["no such value", null],
  },
  {
    field: "program",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  {
    field: "doorCode",
    takes: ["x", "x".repeat(12), null],
    refuses: ["x".repeat(13)],
  },
  {
    field: "leaderId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a concert takes what each field may hold, and nothing else", () => {
  expectBodies(CONCERT_BODY, FIELDS);
  expectPatches(CONCERT_PATCH, FIELDS);
});

Deno.test("the rules of a concert say which field breaks them, and how", () => {
  expectRules(checkConcert, FIELDS);
});
