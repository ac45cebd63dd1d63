/**
 * What animals may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { ANIMAL_BODY, ANIMAL_PATCH } from "../../schemas/animal_schema.ts";
import { checkAnimal } from "../../validations/animal_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "chip",
    required: true,
    takes: ["x", "x".repeat(20)],
    refuses: ["x".repeat(21), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "nickname",
    required: true,
    takes: ["x", "x".repeat(40)],
    refuses: ["x".repeat(41), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "kind",
    required: true,
    takes: ["cat", "dog", "horse"],
    refuses: ["no such value", null],
  },
  { field: "state", takes: ["well", "ill"], refuses: ["no such value", null] },
  {
    field: "traits",
    takes: [[], ["Some traits"]],
    refuses: [Array(9).fill("Some traits"), [{ not: "this" }], [
      "x".repeat(201),
    ], null],
  },
  {
    field: "practiceId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "keeperId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of an animal takes what each field may hold, and nothing else", () => {
  expectBodies(ANIMAL_BODY, FIELDS);
  expectPatches(ANIMAL_PATCH, FIELDS);
});

Deno.test("the rules of an animal say which field breaks them, and how", () => {
  expectRules(checkAnimal, FIELDS);
});
