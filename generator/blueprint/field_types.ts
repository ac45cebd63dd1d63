/**
 * What each field type allows, as data.
 *
 * @module
 */
import type { FieldBlueprint, FieldType } from "./blueprint.ts";

/** What a field type allows. */
export interface FieldTypeRule {
  /** The settings that go with it, beside those that go with all. */
  readonly settings: readonly (keyof FieldBlueprint)[];
  /** Its longest value when the field does not say, in characters. */
  readonly maxLength?: number;
  /** The shortest and the longest value that can have its form, in characters. @default any */
  readonly form?: { readonly shortest: number; readonly longest: number };
  /** Whether the server makes its values, each another; no client sets them. @default false */
  readonly made?: boolean;
  /** Whether `unique` makes sense. @default true */
  readonly unique?: boolean;
}

/** What a field of a list's elements would be; any other field as it is. */
export function elementOf(field: FieldBlueprint): FieldBlueprint {
  return field.type === "list"
    ? { ...field, type: field.items ?? "string" }
    : field;
}

/** The settings that go with a field, beside those that go with all; a list takes those of its elements. */
export function settingsOf(
  field: FieldBlueprint,
): readonly (keyof FieldBlueprint)[] {
  const { settings } = FIELD_TYPE_RULES[field.type];
  return field.type === "list"
    ? [...settings, ...FIELD_TYPE_RULES[elementOf(field).type].settings]
    : settings;
}

/** The most characters a field's value may have, or a list's element; undefined when its type has no limit. */
export function longestOf(field: FieldBlueprint): number | undefined {
  const { maxLength, form } = FIELD_TYPE_RULES[elementOf(field).type];
  const wanted = field.maxLength ?? maxLength;
  return wanted === undefined
    ? undefined
    : Math.min(wanted, form?.longest ?? wanted);
}

const LENGTHS = ["minLength", "maxLength"] as const;
const RANGE = ["min", "max"] as const;

/** The settings that go with every type. */
export const COMMON_SETTINGS: readonly (keyof FieldBlueprint)[] = [
  "type",
  "required",
  "unique",
  "immutable",
  "default",
  "readOnly",
  "writeOnly",
  "description",
];

/** What each type allows. */
export const FIELD_TYPE_RULES: Readonly<Record<FieldType, FieldTypeRule>> = {
  string: { settings: [...LENGTHS, "pattern"], maxLength: 200 },
  text: { settings: [...LENGTHS, "pattern"], maxLength: 10_000 },
  integer: { settings: [...RANGE, "computed"] },
  decimal: { settings: [...RANGE, "scale", "computed"] },
  number: { settings: [...RANGE, "computed"] },
  boolean: { settings: [], unique: false },
  date: { settings: [] },
  datetime: { settings: [] },
  time: { settings: [] },
  duration: { settings: [...RANGE] },
  email: {
    settings: [...LENGTHS, "pattern"],
    maxLength: 254,
    form: { shortest: "a@b".length, longest: 254 },
  },
  url: {
    settings: [...LENGTHS, "pattern"],
    maxLength: 2048,
    form: { shortest: "http://a".length, longest: 1_000_000 },
  },
  uuid: { settings: [] },
  enum: { settings: ["values"] },
  json: { settings: [], unique: false },
  object: { settings: ["fields"], unique: false },
  slug: {
    settings: ["from", "follows", "maxLength"],
    maxLength: 100,
    form: { shortest: 20, longest: 200 },
    made: true,
  },
  serial: { settings: [], made: true },
  file: { settings: ["maxBytes", "accept"], unique: false },
  list: { settings: ["items", "maxItems", "sorted"], unique: false },
};
