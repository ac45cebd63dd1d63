/**
 * What readings may hold, field by field: their rules alone.
 *
 * @module
 */
import { expectRules, type FieldTrial } from "../../kit/expect_fields.ts";
import { checkReading } from "../../validations/reading_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "sensor",
    takes: ["EXV"],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "value",
    takes: [0, 100, 9.6],
    breaks: [{ value: -1, message: "must be between 0 and 100" }, {
      value: 101,
      message: "must be between 0 and 100",
    }],
  },
  { field: "serial", takes: [1, null] },
];

Deno.test("the rules of a reading say which field breaks them, and how", () => {
  expectRules(checkReading, FIELDS);
});
