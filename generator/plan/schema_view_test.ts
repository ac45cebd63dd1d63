import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { schemaView } from "./schema_view.ts";

Deno.test("schemaView() has all rules of each field, so that one answer tells all that is wrong", () => {
  const { model, diagnostics } = compileBlueprint(`system: loans
entities:
  loan:
    fields:
      title: { type: string, required: true, maxLength: 80 }
      note: { type: text }
      days: { type: integer, required: true, min: 1, max: 30 }
      fee: { type: decimal, min: 0 }
      dueDate: { type: date }
`);
  const [loan] = model?.entities ?? [];
  assert(loan, JSON.stringify(diagnostics));
  const fields = schemaView(loan)?.fields ?? [];
  assertEquals(
    fields.map(({ name, schema }) => `${name}: ${schema}`),
    [
      "title: text({ max: 80, notBlank: true })",
      "note: text({ max: 10000 }).nullable().optional()",
      "days: integer({ min: 1, max: 30 })",
      "fee: decimal(2, { min: 0 }).nullable().optional()",
      "dueDate: date().nullable().optional()",
    ],
  );
});
