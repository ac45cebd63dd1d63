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
  /** Whether `unique` makes sense. @default true */
  readonly unique?: boolean;
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
  "description",
];

/** What each type allows. */
export const FIELD_TYPE_RULES: Readonly<Record<FieldType, FieldTypeRule>> = {
  string: { settings: [...LENGTHS, "pattern"], maxLength: 200 },
  text: { settings: [...LENGTHS, "pattern"], maxLength: 10_000 },
  integer: { settings: RANGE },
  decimal: { settings: [...RANGE, "scale"] },
  number: { settings: RANGE },
  boolean: { settings: [], unique: false },
  date: { settings: [] },
  datetime: { settings: [] },
  time: { settings: [] },
  email: { settings: [...LENGTHS, "pattern"], maxLength: 254 },
  url: { settings: [...LENGTHS, "pattern"], maxLength: 2048 },
  uuid: { settings: [] },
  enum: { settings: ["values"] },
  json: { settings: [], unique: false },
};
