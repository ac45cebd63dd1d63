/**
 * What things may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { THING_BODY, THING_PATCH } from "../../schemas/thing_schema.ts";
import { checkThing } from "../../validations/thing_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "label",
    required: true,
    takes: ["egynlgknpon"],
    refuses: ["x".repeat(201), "~~~", null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "note",
    takes: ["x", "x".repeat(40), null],
    refuses: ["x".repeat(41)],
  },
  {
    field: "mail",
    required: true,
    takes: ["0@b.io"],
    refuses: ["x".repeat(13) + "@example.com", "not this", null],
  },
  {
    field: "work",
    takes: ["u0@acme.example", null],
    refuses: ["x".repeat(255) + "@example.com", "~~~", "not this"],
  },
  {
    field: "long",
    takes: [
      "someonexxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0@example.com",
      null,
    ],
    refuses: ["x".repeat(255) + "@example.com", "not this"],
  },
  {
    field: "site",
    required: true,
    takes: ["http://a0"],
    refuses: ["https://example.com/" + "x".repeat(21), "not this", null],
  },
  {
    field: "repository",
    takes: ["https://git.example/egynlgknpon/bblzclyahvz", null],
    refuses: ["https://example.com/" + "x".repeat(2049), "~~~", "not this"],
  },
  { field: "born", takes: ["2030-01-15", null], refuses: ["not this"] },
  {
    field: "at",
    required: true,
    takes: ["2030-01-15T09:30:00.000Z"],
    refuses: ["not this", null],
  },
  {
    field: "tea",
    required: true,
    takes: ["09:30:00"],
    refuses: ["not this", null],
  },
  {
    field: "key",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
  {
    field: "home",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "kind",
    takes: ["a", "b", "c", "d", "e", "f", "g", "h", null],
    refuses: ["no such value"],
  },
  {
    field: "count",
    takes: [1, 90, null],
    refuses: [1.5],
    breaks: [{ value: 0, message: "must be between 1 and 90" }, {
      value: 91,
      message: "must be between 1 and 90",
    }],
  },
  {
    field: "weight",
    takes: [0.5, null],
    refuses: ["not this"],
    breaks: [{ value: -0.5, message: "must be at least 0.5" }],
  },
  {
    field: "price",
    takes: [1, 9, 8.999, null],
    refuses: [8.9999],
    breaks: [{ value: 0, message: "must be between 1 and 9" }, {
      value: 10,
      message: "must be between 1 and 9",
    }],
  },
  { field: "open", required: true, takes: [true], refuses: ["not this", null] },
  { field: "extra", required: true, takes: [{ note: "anything" }] },
  {
    field: "takes",
    takes: ["PT5M", "P1D", null],
    refuses: ["not this", "P1M", "PT0.5S"],
    breaks: [{ value: "PT4M59S", message: "must be at least PT5M" }, {
      value: "P1DT1S",
      message: "must be at most P1D",
    }],
  },
  {
    field: "rest",
    required: true,
    takes: ["P14D"],
    refuses: ["not this", "P1M", "PT0.5S", null],
    breaks: [{ value: "P14DT1S", message: "must be at most P14D" }],
  },
  {
    field: "break",
    takes: ["PT1H30M"],
    refuses: ["not this", "P1M", "PT0.5S", null],
  },
  {
    field: "laps",
    takes: [[], ["PT1H30M"]],
    refuses: [
      Array(6).fill("PT1H30M"),
      [{ not: "this" }],
      ["PT0S"],
      ["not this"],
      ["P1M"],
      ["PT0.5S"],
      null,
    ],
  },
];

Deno.test("the schema of a thing takes what each field may hold, and nothing else", () => {
  expectBodies(THING_BODY, FIELDS);
  expectPatches(THING_PATCH, FIELDS);
});

Deno.test("the rules of a thing say which field breaks them, and how", () => {
  expectRules(checkThing, FIELDS);
});
