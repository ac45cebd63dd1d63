/**
 * What seat requests may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import {
  SEAT_REQUEST_BODY,
  SEAT_REQUEST_PATCH,
} from "../../schemas/seat_request_schema.ts";
import { checkSeatRequest } from "../../validations/seat_request_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "seats",
    required: true,
    takes: [1, 9],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be between 1 and 9" }, {
      value: 10,
      message: "must be between 1 and 9",
    }],
  },
  {
    field: "status",
    takes: ["asked", "granted"],
    refuses: ["no such value", null],
  },
  {
    field: "concertId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "byId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a seat request takes what each field may hold, and nothing else", () => {
  expectBodies(SEAT_REQUEST_BODY, FIELDS);
  expectPatches(SEAT_REQUEST_PATCH, FIELDS);
});

Deno.test("the rules of a seat request say which field breaks them, and how", () => {
  expectRules(checkSeatRequest, FIELDS);
});
