/**
 * What rooms may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { ROOM_BODY, ROOM_PATCH } from "../../schemas/room_schema.ts";
import { checkRoom } from "../../validations/room_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "building",
    required: true,
    takes: ["x", "x".repeat(40)],
    refuses: ["x".repeat(41), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "number",
    required: true,
    takes: [1, 999],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be between 1 and 999" }, {
      value: 1000,
      message: "must be between 1 and 999",
    }],
  },
  {
    field: "kind",
    takes: ["office", "hall", "lab"],
    refuses: ["no such value", null],
  },
];

Deno.test("the schema of a room takes what each field may hold, and nothing else", () => {
  expectBodies(ROOM_BODY, FIELDS);
  expectPatches(ROOM_PATCH, FIELDS);
});

Deno.test("the rules of a room say which field breaks them, and how", () => {
  expectRules(checkRoom, FIELDS);
});
