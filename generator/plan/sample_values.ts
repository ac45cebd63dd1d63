/**
 * Makes valid example values for fields: the same every time.
 *
 * @module
 */
import { slotEnd, slotStart } from "../../templates/kit/sample_slot.ts";
import { otherDuration, sampleDuration } from "./duration_values.ts";
import { elementField } from "./entity_view.ts";
import type { EntityModel, FieldModel } from "../model/system_model.ts";

/**
 * Makes a body that creates the entity, with the fields a client would give; of its relations, those that are required.
 *
 * Where values are unique, `another` gives others than without.
 */
export function exampleBody(
  entity: EntityModel,
  options: { readonly another?: boolean } = {},
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of entity.fields) {
    if (field.readOnly || field.writeOnly && !field.required) continue;
    const isGiven = field.required || field.type !== "json" && !field.relation;
    if (field.default !== undefined || !isGiven || field.decided) continue;
    body[field.name] = options.another && differs(field)
      ? anotherValue(field)
      : sampleValue(field);
  }
  return body;
}

function anotherValue(field: FieldModel): unknown {
  if (field.slot) return slotSample(field, field.slot, 1);
  if (field.examples) return field.examples.at(-1);
  const sample = sampleValue(field);
  if (typeof sample === "number") {
    return sample + 1 > (field.max ?? Infinity) ? sample - 1 : sample + 1;
  }
  if (field.type === "enum") return field.values?.at(-1);
  if (field.members) return sample;
  if (field.type === "duration") return otherDuration(field);
  const text = String(sample);
  return OTHER_SAMPLES[field.type] ?? text.replace(/^Some /, "Next ");
}

/**
 * Makes a value that the field accepts.
 *
 * A reference gets a well-formed id of nothing.
 */
export function sampleValue(field: FieldModel): unknown {
  if (field.slot) return slotSample(field, field.slot);
  if (field.sample !== undefined) return field.sample;
  switch (field.type) {
    case "serial":
      return 1;
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
    case "file":
      return null;
    case "object":
      return Object.fromEntries(
        (field.members ?? []).map((member) => [
          member.name,
          member.default ?? sampleValue(member),
        ]),
      );
    case "duration":
      return sampleDuration(field);
    case "list":
      return [sampleValue(elementField(field))];
    default:
      return sampleText(field);
  }
}

/** What ends, ends after it begins; another begins where one ends. */
function slotSample(
  { type }: FieldModel,
  { end, low, high }: NonNullable<FieldModel["slot"]>,
  n = 0,
): unknown {
  const kind = type === "date" || type === "datetime" || type === "time"
    ? type
    : { low, high };
  return end === "from" ? slotStart(kind, n) : slotEnd(kind, n);
}

/** Tells whether the field's examples must differ: it is unique, by itself or together with others. */
export function differs(field: FieldModel): boolean {
  return field.unique || field.varies === true;
}

/** The value of a field in an entity made from the example body. */
export function initialValue(field: FieldModel): unknown {
  if (field.type === "list" && !field.required) return [];
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
  slug: "some-words",
};

const OTHER_SAMPLES: Readonly<Record<string, string>> = {
  date: "2031-02-20",
  datetime: "2031-02-20T10:00:00.000Z",
  time: "10:00:00",
  email: "another@example.com",
  url: "https://example.com/another",
};
