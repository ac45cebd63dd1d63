/**
 * What rentals may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { RENTAL_BODY, RENTAL_PATCH } from "../../schemas/rental_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "status",
    takes: ["asked", "confirmed", "cancelled"],
    refuses: ["no such value", null],
  },
  {
    field: "startsAt",
    required: true,
    takes: ["2030-01-15T09:30:00.000Z"],
    refuses: ["not this", null],
  },
  {
    field: "endsAt",
    required: true,
    takes: ["2030-01-15T10:30:00.000Z"],
    refuses: ["not this", null],
  },
  {
    field: "person",
    required: true,
    takes: ["someone@example.com"],
    refuses: ["x".repeat(255) + "@example.com", "not this", null],
  },
  {
    field: "toolId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a rental takes what each field may hold, and nothing else", () => {
  expectBodies(RENTAL_BODY, FIELDS);
  expectPatches(RENTAL_PATCH, FIELDS);
});
