/**
 * The kinds of field that a request body can have. Each is a zod schema with messages of its own.
 *
 * @module
 */
import { z } from "zod";
import {
  durationSeconds,
  isDate,
  toDuration,
  toTime,
  toTimestamp,
} from "./clock.ts";
import { toScaled } from "./decimal.ts";
import { isUuid } from "./uuid7.ts";

/** A field of a request body; any zod schema is one. Required and not null unless it says otherwise. */
export interface Field {
  /** May be left out. */
  optional(): Field;
  /** May be null. */
  nullable(): Field;
}

/** The bounds of a {@link text}; lengths count code points. */
export interface TextBounds {
  /** Fewest characters. @default 0 */
  readonly min?: number;
  /** Most characters. @default no limit but the body's */
  readonly max?: number;
  /** What the whole text must match. @default anything */
  readonly pattern?: RegExp;
  /** Whether it must have more than spaces. @default false */
  readonly notBlank?: boolean;
}

/** The bounds of a number. */
export interface NumberBounds {
  /** Smallest. @default none */
  readonly min?: number;
  /** Largest. @default none */
  readonly max?: number;
}

/** Accepts text that every store can keep: well-formed Unicode without NUL. */
export function text(bounds: TextBounds = {}): Field {
  return textWith((value) => complaintAboutText(value, bounds));
}

/** Accepts whole numbers that JSON carries exactly. */
export function integer(bounds: NumberBounds = {}): Field {
  return numberWith(
    "a whole number",
    (value) =>
      Number.isSafeInteger(value)
        ? outOfBounds(value, bounds)
        : "must be a whole number",
  );
}

/** Accepts any number. */
export function number(bounds: NumberBounds = {}): Field {
  return numberWith("a number", (value) => outOfBounds(value, bounds));
}

/** The bounds of a {@link duration}, as durations. */
export interface DurationBounds {
  /** Shortest. @default none */
  readonly min?: string;
  /** Longest. @default none */
  readonly max?: string;
}

/** Accepts numbers with at most `scale` decimal places and 15 digits in all. */
export function decimal(scale: number, bounds: NumberBounds = {}): Field {
  return numberWith(
    "a number",
    (value) =>
      toScaled(value, scale) === undefined
        ? `must have at most ${scale} decimal places and 15 digits in all`
        : outOfBounds(value, bounds),
  );
}

/** Accepts true and false. */
export function boolean(): Field {
  return z.boolean({ error: requiredOr("must be true or false") });
}

/** Accepts one of some texts. */
export function oneOf(values: readonly string[]): Field {
  return z.enum([...values], {
    error: requiredOr(`must be one of ${values.join(", ")}`),
  });
}

/** Accepts a day of the calendar, such as `2026-01-31`. */
export function date(): Field {
  return textWith((value) =>
    isDate(value) ? undefined : "must be a date such as 2026-01-31"
  );
}

/** Accepts a time of day, such as `09:30`, and rewrites it with seconds. */
export function time(): Field {
  return textWith((value) =>
    toTime(value) === undefined ? "must be a time such as 09:30" : undefined
  ).transform((value) => toTime(value) ?? value);
}

/** Accepts a point in time with any offset (RFC 3339) and rewrites it in UTC with milliseconds. */
export function dateTime(): Field {
  return textWith((value) =>
    FOUR_DIGIT_YEAR.test(toTimestamp(value) ?? "")
      ? undefined
      : "must be a time such as 2026-01-31T09:30:00Z"
  ).transform((value) => toTimestamp(value) ?? value);
}

/** Accepts a duration in weeks, days, hours, minutes and whole seconds (ISO 8601), and gives it its one spelling. */
export function duration(bounds: DurationBounds = {}): Field {
  return textWith((value) => complaintAboutDuration(value, bounds))
    .transform((value) => toDuration(value) ?? value);
}

/** Accepts an email address as browsers do, of at most 254 characters unless it says otherwise. */
export function email(bounds: TextBounds = {}): Field {
  const limits = { max: 254, ...bounds };
  return textWith((value) =>
    value === ""
      ? "must not be empty"
      : isShorter(value, limits.max + 1) && !z.regexes.html5Email.test(value)
      ? "must be an email address"
      : complaintAboutText(value, limits)
  );
}

/** Accepts an absolute http or https URL of at most 2048 characters unless it says otherwise, and keeps it as it is written. */
export function url(bounds: TextBounds = {}): Field {
  const limits = { max: 2048, ...bounds };
  return textWith((value) =>
    isShorter(value, limits.max + 1) && !isWebUrl(value)
      ? "must be an http or https URL"
      : complaintAboutText(value, limits)
  );
}

/** Accepts a UUID and rewrites it in lower case. */
export function uuid(): Field {
  return textWith((value) => isUuid(value) ? undefined : "must be a UUID")
    .transform((value) => value.toLowerCase());
}

/** Accepts lists of so many values at most. */
export function list(items: Field, most: number): Field {
  return listOf(items, most);
}

/** Accepts lists of so many values at most, and keeps each value once, in order. */
export function sortedList(items: Field, most: number): Field {
  // What a list of scalars holds can be compared.
  return listOf(items, most).transform((values) =>
    sortedOnce(values as readonly (string | number | boolean)[])
  );
}

/** Sorts values of one kind, each once: numbers by size, texts by their characters' codes. */
export function sortedOnce<T extends string | number | boolean>(
  values: readonly T[],
): T[] {
  return [...new Set(values)].sort((a, b) => a < b ? -1 : 1);
}

/** Accepts any JSON value. */
export function json(): Field {
  return z.unknown().refine((value) => value !== undefined, {
    error: "is required",
  });
}

/** Says what is wrong with a value; undefined if nothing is. */
type Check<T> = (value: T) => string | undefined;

function listOf(items: Field, most: number) {
  // A Field is a zod schema; its interface leaves out zod's inner workings.
  return z.array(items as unknown as z.ZodType, {
    error: requiredOr("must be a list"),
  }).max(most, { error: `must have at most ${most} elements`, abort: true });
}

function textWith(check: Check<string>): z.ZodString {
  return z.string({ error: requiredOr("must be a text") })
    .check(checkedBy(check));
}

function numberWith(words: string, check: Check<number>): z.ZodNumber {
  return z.number({ error: requiredOr(`must be ${words}`) })
    .check(checkedBy(check));
}

function checkedBy<T>(
  check: Check<T>,
): (payload: z.core.ParsePayload<T>) => void {
  return ({ value, issues }) => {
    const message = check(value);
    if (message === undefined) return;
    issues.push({ code: "custom", message, input: value });
  };
}

function requiredOr(message: string): (issue: { input?: unknown }) => string {
  return ({ input }) => input === undefined ? "is required" : message;
}

function complaintAboutText(
  value: string,
  bounds: TextBounds,
): string | undefined {
  const { min = 0, max = Infinity, pattern } = bounds;
  return !value.isWellFormed() || value.includes("\0")
    ? "must be well-formed text without NUL"
    : isShorter(value, min)
    ? min === 1 ? "must not be empty" : `must have at least ${min} characters`
    : bounds.notBlank && value.trim() === ""
    ? "must not be blank"
    : !isShorter(value, max + 1)
    ? `must have at most ${max} characters`
    : pattern && !pattern.test(value)
    ? `must match ${pattern.source}`
    : undefined;
}

/** Counts no further than it needs: a code point has one or two units. */
function isShorter(value: string, length: number): boolean {
  if (value.length < length) return true;
  if (value.length >= 2 * length) return false;
  let count = 0;
  for (const _ of value) count++;
  return count < length;
}

function complaintAboutDuration(
  value: string,
  { min, max }: DurationBounds,
): string | undefined {
  const seconds = durationSeconds(value);
  if (seconds === undefined) {
    return "must be a duration such as PT1H30M, in weeks, days, hours, minutes and whole seconds: years and months have no fixed length";
  }
  const bound = (text = "") => durationSeconds(text);
  if (seconds < (bound(min) ?? 0)) return `must be at least ${min}`;
  return seconds > (bound(max) ?? Infinity)
    ? `must be at most ${max}`
    : undefined;
}

function outOfBounds(value: number, bounds: NumberBounds): string | undefined {
  const { min = -Infinity, max = Infinity } = bounds;
  if (value >= min && value <= max) return undefined;
  return bounds.min !== undefined && bounds.max !== undefined
    ? `must be between ${min} and ${max}`
    : value < min
    ? `must be at least ${min}`
    : `must be at most ${max}`;
}

function isWebUrl(value: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(value) && URL.canParse(value);
}

const FOUR_DIGIT_YEAR = /^\d{4}-/;
