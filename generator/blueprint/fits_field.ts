/**
 * Whether a literal may stand in a field.
 *
 * @module
 */
import type { FieldBlueprint, Literal } from "./blueprint.ts";
import { boundOf, DURATION_WANTED } from "./check_durations.ts";
import { durationSeconds } from "../../templates/kit/clock.ts";
import { longestOf } from "./field_types.ts";
import { toScaled } from "../../templates/kit/decimal.ts";
import { compilePattern } from "./pattern.ts";
import { quoted } from "./quoted.ts";

/** Says what a field wants instead of a value; undefined when the value fits. */
export function misfit(
  value: Literal,
  field: FieldBlueprint,
): string | undefined {
  if (value === null) {
    return field.required ? "a value, as the field is never empty" : undefined;
  }
  if (value === "$now") {
    return field.type === "date" || field.type === "datetime"
      ? undefined
      : "something else, as $now stands for the current time in date and datetime fields";
  }
  switch (field.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "integer":
    case "decimal":
    case "number":
      return misfitNumber(value, field);
    case "duration":
      return misfitDuration(value, field);
    case "json":
      return undefined;
    case "serial":
      return "nothing, as the server numbers it";
    case "file":
      return "nothing, as a file is sent by a request of its own";
    case "object":
      return "nothing, as an object is made of what clients send";
    case "list":
      return "nothing, as a list holds many values and begins empty";
    case "enum":
      return typeof value === "string" && (field.values ?? []).includes(value)
        ? undefined
        : `one of ${(field.values ?? []).map(quoted).join(", ")}`;
    default:
      return typeof value === "string"
        ? misfitText(value, field)
        : `a text, such as "${value}" in quotes`;
  }
}

function misfitDuration(
  value: Literal,
  field: FieldBlueprint,
): string | undefined {
  const seconds = typeof value === "string"
    ? durationSeconds(value)
    : undefined;
  if (seconds === undefined) return DURATION_WANTED;
  if (seconds < (boundOf(field, field.min) ?? 0)) {
    return `a duration from ${field.min}`;
  }
  return seconds > (boundOf(field, field.max) ?? Infinity)
    ? `a duration up to ${field.max}`
    : undefined;
}

function misfitNumber(
  value: Literal,
  field: FieldBlueprint,
): string | undefined {
  if (typeof value !== "number") return "a number";
  if (field.type === "integer" && !Number.isInteger(value)) {
    return "a whole number";
  }
  if (field.type === "decimal" && !fitsScale(value, field.scale ?? 2)) {
    return decimalWanted(value, field.scale ?? 2);
  }
  if (value < (boundOf(field, field.min) ?? -Infinity)) {
    return `a number from ${field.min}`;
  }
  return value > (boundOf(field, field.max) ?? Infinity)
    ? `a number up to ${field.max}`
    : undefined;
}

/** Tells whether a number has at most `scale` decimal places and is exact when scaled. */
export function fitsScale(value: number, scale: number): boolean {
  return toScaled(value, scale) !== undefined;
}

/** Says what a decimal field of a scale wants instead of a number that does not fit: decimals are kept in 15 digits. */
export function decimalWanted(value: number, scale: number): string {
  if (Math.abs(value) < 10 ** (DIGITS - scale)) {
    return `a number with at most ${scale} decimal places`;
  }
  return `a number of at most ${
    DIGITS - scale
  } digits before the point, as ${scale} of ${DIGITS} stand behind it`;
}

function misfitText(value: string, field: FieldBlueprint): string | undefined {
  const form = FORMS[field.type];
  if (form && !form.fits(value)) return form.wanted;
  const length = [...value].length;
  const longest = longestOf(field);
  if (field.minLength !== undefined && length < field.minLength) {
    return `at least ${field.minLength} characters`;
  }
  if (longest !== undefined && length > longest) {
    return `at most ${longest} characters`;
  }
  if (
    field.required && value.trim() === "" &&
    (field.type === "string" || field.type === "text")
  ) return "a text that is not blank";
  return field.pattern !== undefined &&
      compilePattern(field.pattern)?.test(value) === false
    ? `a text that matches ${quoted(field.pattern)}`
    : undefined;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    isReal(`${text}T00:00:00.000Z`, text);
}

function isReal(text: string, beginning: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(beginning);
}

/** How many digits a decimal has, those behind its point included; see templates/kit/decimal.ts. */
const DIGITS = 15;

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/;
const ZONED =
  /^(\d{4}-\d{2}-\d{2})T(([01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

// As generated systems check it: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
const HTML5_EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

const FORMS: Partial<
  Record<
    FieldBlueprint["type"],
    { readonly fits: (text: string) => boolean; readonly wanted: string }
  >
> = {
  date: { fits: isDay, wanted: 'a day such as "2026-01-31", or $now' },
  datetime: {
    fits: (text) => isDay(ZONED.exec(text)?.[1] ?? ""),
    wanted: 'a point in time such as "2026-01-31T12:00:00Z", or $now',
  },
  time: {
    fits: (text) => TIME.test(text),
    wanted: 'a time of day such as "12:30:00"',
  },
  email: {
    fits: (text) => HTML5_EMAIL.test(text),
    wanted: 'an e-mail address such as "name@example.org"',
  },
  url: {
    fits: (text) =>
      /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && URL.canParse(text),
    wanted: 'a URL such as "https://example.org"',
  },
  uuid: {
    fits: (text) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text),
    wanted: "a UUID",
  },
};
