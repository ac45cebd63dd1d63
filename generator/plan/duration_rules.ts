/**
 * The rules of fields that hold a duration, for an entity's rules.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { name, safe, tsLiteral } from "../../templates/safe_text.ts";
import type { RuleView } from "../../templates/views.ts";

/** Tells whether a rule compares durations. */
export function comparesDurations({ fields }: EntityModel): boolean {
  return fields.some((field) => durationRules(field, "").length > 0);
}

/** Says how short and how long a duration may be; the elements of lists are checked where bodies are read. */
export function durationRules(
  field: FieldModel,
  parameter: string,
): readonly RuleView[] {
  if (field.type !== "duration") return [];
  const value = name(`${parameter}.${field.name}`);
  const given = field.nullable ? safe<"ts">`${value} !== null && ` : safe``;
  const bounds = [
    ["least", field.shortest, safe<"ts">`<`],
    ["most", field.longest, safe<"ts">`>`],
  ] as const;
  return bounds.flatMap(([word, bound, sign]) =>
    bound === undefined ? [] : [{
      broken: safe<
        "ts"
      >`${given}compareDurations(${value}, ${tsLiteral(bound)}) ${sign} 0`,
      path: tsLiteral(field.name),
      message: tsLiteral(`must be at ${word} ${bound}`),
    }]
  );
}
