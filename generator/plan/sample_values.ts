/**
 * Makes valid example values for fields: the same every time.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";

/** Makes a body that creates the entity, with the fields a client would give. */
export function exampleBody(entity: EntityModel): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of entity.fields) {
    if (
      field.default === undefined && (field.required || field.type !== "json")
    ) body[field.name] = sampleValue(field);
  }
  return body;
}

/**
 * Makes a value that the field accepts.
 *
 * A reference gets a well-formed id of nothing.
 */
export function sampleValue(field: FieldModel): unknown {
  switch (field.type) {
    case "integer":
    case "number":
      return sampleNumber(field, 1);
    case "decimal":
      return sampleNumber(field, field.scale === 0 ? 10 : 9.5);
    case "boolean":
      return true;
    case "enum":
      return field.values?.[0] ?? "";
    case "json":
      return { note: "anything" };
    default:
      return sampleText(field);
  }
}

/** The value of a field in an entity made from the example body. */
export function initialValue(field: FieldModel): unknown {
  return field.default !== undefined && !field.required
    ? field.default
    : sampleValue(field);
}

function sampleNumber(field: FieldModel, wanted: number): number {
  const low = field.min ?? Math.min(wanted, field.max ?? wanted);
  const high = field.max ?? Math.max(wanted, low);
  return Math.min(Math.max(wanted, low), high);
}

function sampleText(field: FieldModel): string {
  if (field.examples?.[0] !== undefined) return field.examples[0];
  const fixed = FIXED_SAMPLES[field.type];
  if (fixed !== undefined) return fixed;
  const words = field.name.replace(/([A-Z])/g, " $1").toLowerCase();
  const text = `Some ${words}`.padEnd(field.minLength ?? 0, ".");
  return [...text].slice(0, field.maxLength ?? text.length).join("");
}

const FIXED_SAMPLES: Readonly<Record<string, string>> = {
  date: "2030-01-15",
  datetime: "2030-01-15T09:30:00.000Z",
  time: "09:30:00",
  email: "someone@example.com",
  url: "https://example.com/",
  uuid: "01890a5d-ac96-774b-bcce-b302099a8057",
};
