/**
 * Values of fields in queries and cursors: reading them from text, checking their type, comparing them.
 *
 * @module
 */
import {
  compareDurations,
  isDate,
  toDuration,
  toTime,
  toTimestamp,
} from "./clock.ts";
import { toScaled } from "./decimal.ts";
import type { FieldKind, FieldSpec } from "./entity_spec.ts";
import type { FilterValue } from "./list_query.ts";
import { compareText, isStorable } from "./text_order.ts";
import { isUuid } from "./uuid7.ts";

/**
 * Reads the value of a field from a query parameter; undefined if it has the wrong type.
 * The empty text is null for a field that may be null.
 */
export function parseFieldValue(
  field: FieldSpec,
  text: string,
): FilterValue | undefined {
  if (text === "" && field.nullable) return null;
  switch (field.kind) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "integer":
    case "number":
    case "decimal": {
      const value = NUMBER.test(text) ? Number(text) : NaN;
      return isFieldValue(field, value) ? value : undefined;
    }
    case "datetime":
      return toTimestamp(text);
    case "time":
      return toTime(text);
    case "duration":
      return toDuration(text);
    case "uuid":
      return isUuid(text) ? text.toLowerCase() : undefined;
    default:
      return isFieldValue(field, text) ? text : undefined;
  }
}

/** Says whether a value has the type of a field, so that a store can compare them. */
export function isFieldValue(
  field: FieldSpec,
  value: unknown,
): value is FilterValue {
  if (value === null) return field.nullable;
  switch (field.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return Number.isFinite(value);
    case "decimal":
      return typeof value === "number" &&
        toScaled(value, field.scale ?? 0) !== undefined;
    case "json":
    case "list":
      return false;
    default:
      return typeof value === "string" && isTextOf(field, value);
  }
}

/** Says in words what values a field takes, to follow "must be". */
export function describeFieldValue(field: FieldSpec): string {
  const words = field.kind === "decimal"
    ? `a number with at most ${field.scale ?? 0} decimal places`
    : field.kind === "enum"
    ? `one of ${field.values?.join(", ")}`
    : KIND_WORDS[field.kind] ?? "a text without U+0000";
  return field.nullable ? `${words}, or empty for none` : words;
}

/**
 * Gives the comparison of the values of a kind of field: null first, false before true, text by code point, emails without case,
 * durations by how long they are.
 * It returns a negative number if its first value comes first.
 */
export function valueComparison(
  kind: FieldKind | undefined,
): (a: FilterValue, b: FilterValue) => number {
  if (kind === "email") return compareEmails;
  if (kind === "duration") return compareLengths;
  return kind !== undefined && ASCII_KINDS.has(kind)
    ? comparePlain
    : compareByCodePoint;
}

/**
 * Gives what stands for a value where equal ones are looked for: nobody is two people for a capital in an email.
 * Only A to Z count as letters, as in SQLite's `NOCASE`.
 */
export function equalityKey<V>(
  kind: FieldKind | undefined,
  value: V,
): V | string {
  return kind === "email" && typeof value === "string"
    ? value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : value;
}

function compareEmails(a: FilterValue, b: FilterValue): number {
  return compareByCodePoint(
    equalityKey("email", a),
    equalityKey("email", b),
  );
}

function compareLengths(a: FilterValue, b: FilterValue): number {
  return typeof a === "string" && typeof b === "string"
    ? compareDurations(a, b)
    : comparePlain(a, b);
}

function comparePlain(a: FilterValue, b: FilterValue): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function compareByCodePoint(a: FilterValue, b: FilterValue): number {
  return typeof a === "string" && typeof b === "string"
    ? compareText(a, b)
    : comparePlain(a, b);
}

function isTextOf(field: FieldSpec, text: string): boolean {
  switch (field.kind) {
    case "date":
      return isDate(text);
    case "time":
      return toTime(text) === text;
    case "duration":
      return toDuration(text) === text;
    case "datetime":
      return toTimestamp(text) === text;
    case "uuid":
      return isUuid(text);
    case "enum":
      return field.values?.includes(text) ?? false;
    default:
      return isStorable(text);
  }
}

/** Numbers, and texts of characters whose order is the same in UTF-8 and UTF-16. */
const ASCII_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  "integer",
  "number",
  "decimal",
  "boolean",
  "date",
  "time",
  "datetime",
  "uuid",
]);

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

const KIND_WORDS: Readonly<Record<string, string>> = {
  boolean: "true or false",
  integer: "an integer",
  number: "a number",
  date: "a date such as 2026-01-31",
  time: "a time such as 09:30",
  duration:
    "a duration such as PT1H30M, in weeks, days, hours, minutes and whole seconds",
  datetime: "a time such as 2026-01-31T09:30:00Z",
  uuid: "a UUID",
};
