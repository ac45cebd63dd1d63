/**
 * Other valid values of a field than the sample body's, for the generated tests.
 *
 * @module
 */
import type { FieldModel } from "../model/system_model.ts";
import { durationChoices, otherDuration } from "./duration_values.ts";
import {
  type Safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { elementField } from "./entity_view.ts";
import { differs, initialValue, sampleValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Renders a valid value of a field, other than the sample body's where the type has two. */
export function otherValue(field: FieldModel): Ts | undefined {
  if (field.slot) return undefined; // its other end would have to go with it
  const picks = differs(field) ? pickedValues(field) : undefined;
  if (field.type === "list") return otherList(field);
  // The last value is kept free, so that no entity made before has it.
  if (picks && picks.length > 1) return picks.at(-1);
  if (field.examples) {
    const [, other] = field.examples;
    return other === undefined ? undefined : tsLiteral(other);
  }
  switch (field.type) {
    case "boolean":
      return tsLiteral(initialValue(field) !== true);
    case "enum": {
      const other = field.values?.find((value) =>
        value !== initialValue(field)
      );
      return other === undefined ? undefined : tsLiteral(other);
    }
    case "integer":
    case "number":
    case "decimal": {
      if (differs(field)) return tsLiteral(smallest(field) + ENDLESS - 1);
      const sample = Number(initialValue(field));
      const next = field.max !== undefined && sample + 1 > field.max
        ? sample - 1
        : sample + 1;
      return field.min !== undefined && next < field.min
        ? undefined
        : tsLiteral(next);
    }
    case "serial":
      return tsLiteral(1_000_000);
    case "date":
      return tsLiteral("2031-02-20");
    case "datetime":
      return tsLiteral("2031-02-20T10:00:00.000Z");
    case "time":
      return tsLiteral("10:00:00");
    case "duration": {
      const other = otherDuration(field);
      return other === undefined ? undefined : tsLiteral(other);
    }
    case "file":
      return tsLiteral({ name: "other.png" });
    case "object":
      return otherObject(field);
    case "slug":
      return tsLiteral("other-words");
    case "email":
      return tsLiteral("other@example.com");
    case "url":
      return tsLiteral("https://example.org/other");
    case "uuid":
      return field.relation
        ? undefined
        : tsLiteral("01890a5d-ac96-774b-bcce-b302099a8058");
    case "json":
      return tsLiteral({ note: "something else" });
    default:
      return tsLiteral(otherText(field));
  }
}

/** Another object than the sample: one of its members has another value. */
function otherObject(field: FieldModel): Ts | undefined {
  const change = otherMember(field);
  if (change === undefined) return undefined;
  const members = (field.members ?? []).map((member): [string, Ts] => [
    member.name,
    member.name === change.member.name
      ? change.value
      : tsLiteral(member.default ?? sampleValue(member)),
  ]);
  return tsObject(Object.fromEntries(members));
}

/** Finds a member of an object that has another value than in the sample. */
export function otherMember(
  { members = [] }: FieldModel,
): { readonly member: FieldModel; readonly value: Ts } | undefined {
  for (const member of members) {
    const value = otherValue(member);
    if (value !== undefined) return { member, value };
  }
  return undefined;
}

function otherList(field: FieldModel): Ts {
  const other = otherValue(elementField(field));
  return other === undefined ? tsArray([]) : tsArray([other]);
}

function otherText(field: FieldModel): string {
  const text = "Changed".padEnd(field.minLength ?? 0, ".");
  return [...text].slice(0, field.maxLength ?? text.length).join("");
}

/** The values that a unique field takes in turn; undefined when there is no end of them. */
export function pickedValues(field: FieldModel): readonly Ts[] | undefined {
  if (field.examples) return field.examples.map((text) => tsLiteral(text));
  if (field.type === "enum") return (field.values ?? []).map(tsLiteral);
  if (field.type === "duration") {
    return durationChoices(field).map((text) => tsLiteral(text));
  }
  return NUMBERS.includes(field.type) ? pickedNumbers(field) : undefined;
}

/** A range that could be used up, in a few steps. */
function pickedNumbers(field: FieldModel): readonly Ts[] | undefined {
  const min = smallest(field);
  if (field.max === undefined || field.max - min >= ENDLESS) return undefined;
  const exact = (field.max - min) / ROOM;
  const step = field.type === "integer" ? Math.ceil(exact) : exact;
  const values = Array.from(
    { length: ROOM + 1 },
    (_, index) => min + index * step,
  )
    .map((value) =>
      field.type === "decimal" ? Number(value.toFixed(field.scale ?? 2)) : value
    )
    .filter((value) => value <= (field.max ?? value));
  return [...new Set(values)].map((value) => tsLiteral(value));
}

/** The smallest number that a field may be. */
export function smallest({ min, max }: FieldModel): number {
  return min ?? Math.min(0, max ?? 0);
}

const NUMBERS: readonly string[] = ["integer", "number", "decimal"];
// More than any test file makes.
const ENDLESS = 100_000;
// How many different values a narrow range is cut into: tests need only a few.
const ROOM = 40;
