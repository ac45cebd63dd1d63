/**
 * How an entity that is made over HTTP differs from the one that the examples of logic are about.
 *
 * @module
 */
import type { Literal } from "../blueprint/blueprint.ts";
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import { differs, initialValue, sampleValue } from "./sample_values.ts";
import { isSampled } from "./sample_views.ts";

/** Gives the value of a field in an example that does not give it. */
export function exampleValue(field: FieldModel): unknown {
  return field.nullable && (field.readOnly || field.relation)
    ? null
    : initialValue(field) ?? sampleValue(field);
}

/** Tells whether a member of an entity made from the example body may be another than in an example that does not give it. */
export function mayDiffer(member: string, { fields }: EntityModel): boolean {
  if (EXAMPLE_TIMES.includes(member)) return false;
  const field = fields.find(({ name }) => name === member);
  if (!field) return true;
  const made = madeValue(field);
  return made === undefined ||
    JSON.stringify(made.value) !== JSON.stringify(exampleValue(field));
}

/** The value of a field in an entity made from the example body; undefined where that is known only when it is made. */
function madeValue(field: FieldModel): { readonly value: unknown } | undefined {
  const { default: missing, relation, type } = field;
  const isMade = field.logic ?? field.computation ?? field.assigned ??
    field.slot;
  if (isMade || type === "slug" || type === "serial") return undefined;
  if (isSampled(field)) {
    return relation || differs(field)
      ? undefined
      : { value: sampleValue(field) };
  }
  if (missing === "$now") return undefined;
  return { value: missing ?? (type === "list" ? [] : null) };
}

/** Tells whether the API keeps a value as it is given: others it spells in its own way, or knows only then. */
export function isKept(value: Literal, { type }: FieldModel): boolean {
  if (typeof value !== "string") return true;
  switch (type) {
    case "date":
      return value !== "$now";
    case "datetime":
      return FULL_TIMESTAMP.test(value);
    case "time":
      return FULL_TIME.test(value);
    case "uuid":
      return value === value.toLowerCase();
    case "duration":
      return false;
    default:
      return true;
  }
}

/** When every example happens. */
export const EXAMPLE_TIME = "2030-01-01T00:00:00.000Z";

/** The members of an entity that tell that time. */
export const EXAMPLE_TIMES: readonly string[] = ["createdAt", "updatedAt"];

const FULL_TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const FULL_TIME = /^\d\d:\d\d:\d\d$/;
