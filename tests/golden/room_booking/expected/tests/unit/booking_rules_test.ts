/**
 * What bookings may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { BOOKING_BODY, BOOKING_PATCH } from "../../schemas/booking_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "startsAt",
    required: true,
    takes: ["2030-01-15T09:30:00.000Z"],
    refuses: ["not this", null],
  },
  {
    field: "status",
    takes: ["asked", "granted", "refused"],
    refuses: ["no such value", null],
  },
  {
    field: "guest",
    required: true,
    takes: ["someone@example.com"],
    refuses: ["x".repeat(255) + "@example.com", "not this", null],
  },
  {
    field: "seat",
    takes: ["x", "x".repeat(10), null],
    refuses: ["x".repeat(11)],
  },
  {
    field: "roomId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a booking takes what each field may hold, and nothing else", () => {
  expectBodies(BOOKING_BODY, FIELDS);
  expectPatches(BOOKING_PATCH, FIELDS);
});
