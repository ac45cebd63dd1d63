/**
 * What sqls may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { SQL_BODY, SQL_PATCH } from "../../schemas/sql_schema.ts";
import { checkSQLEntity } from "../../validations/sql_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "s",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "apiId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a sql takes what each field may hold, and nothing else", () => {
  expectBodies(SQL_BODY, FIELDS);
  expectPatches(SQL_PATCH, FIELDS);
});

Deno.test("the rules of a sql say which field breaks them, and how", () => {
  expectRules(checkSQLEntity, FIELDS);
});
