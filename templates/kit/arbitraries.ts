/**
 * Arbitrary valid values for property tests, with a liking for the awkward ones.
 *
 * @module
 */
import fc from "fast-check";
import { sortedOnce } from "./api_schema.ts";
import { durationSeconds, durationText } from "./clock.ts";

/** The bounds of a number; both inclusive. */
export interface NumberRange {
  /** Smallest. @default as the type has it */
  readonly min?: number;
  /** Largest. @default as the type has it */
  readonly max?: number;
}

/**
 * A source of arbitrary values, as fast-check has it.
 *
 * @internal
 */
export type Arbitrary<T> = fc.Arbitrary<T>;

/** Makes lists that keep their values in order, each once. */
export function arbitrarySorted<T extends string | number | boolean>(
  lists: Arbitrary<T[]>,
): Arbitrary<T[]> {
  return lists.map(sortedOnce);
}

/** Makes texts of letters, quotes, markup, other scripts and emoji that do not start or end blank. */
export function arbitraryText(
  length: { readonly min: number; readonly max: number },
): Arbitrary<string> {
  return fc.array(fc.constantFrom(...ALPHABET), {
    minLength: length.min,
    maxLength: length.max,
  })
    .map((letters) => letters.join(""));
}

/** Makes whole numbers that JSON carries exactly. */
export function arbitraryInteger(range: NumberRange): Arbitrary<number> {
  const { min, max } = bounds(range, 1e6);
  return fc.maxSafeInteger().map((any) => {
    const lowest = Math.ceil(min);
    return lowest + Math.abs(any) % (Math.floor(max) - lowest + 1);
  });
}

/** Makes finite numbers. */
export function arbitraryNumber(range: NumberRange): Arbitrary<number> {
  return fc.double({ ...bounds(range, 1e9), noNaN: true })
    // JSON has no negative zero.
    .map((value) => (value === 0 ? 0 : value));
}

/** Makes decimals with so many places. */
export function arbitraryDecimal(
  scale: number,
  range: NumberRange,
): Arbitrary<number> {
  const factor = 10 ** scale;
  const { min, max } = bounds(range, 1e6);
  return fc.maxSafeInteger().map((any) => {
    const lowest = Math.ceil(min * factor);
    const span = Math.floor(max * factor) - lowest + 1;
    const scaled = lowest + Math.abs(any) % span;
    return scaled === 0 ? 0 : Number((scaled / factor).toFixed(scale));
  });
}

/** The range, and where it is open, so far from its other end. */
function bounds(range: NumberRange, far: number): { min: number; max: number } {
  return {
    min: range.min ?? Math.min(-far, (range.max ?? 0) - far),
    max: range.max ?? Math.max(far, (range.min ?? 0) + far),
  };
}

/** Makes dates. */
export function arbitraryDate(): Arbitrary<string> {
  return arbitraryDatetime().map((text) => text.slice(0, 10));
}

/** Makes times of day. */
export function arbitraryTime(): Arbitrary<string> {
  return arbitraryDatetime().map((text) => text.slice(11, 19));
}

/** Makes durations, in their one spelling. */
export function arbitraryDuration(
  { min = "PT0S", max }: { readonly min?: string; readonly max?: string },
): Arbitrary<string> {
  const shortest = durationSeconds(min) ?? 0;
  const longest = durationSeconds(max ?? "") ?? shortest + 30 * 24 * 60 * 60;
  return fc.integer({ min: shortest, max: longest }).map(durationText);
}

/** Makes points in time, in UTC with milliseconds. */
export function arbitraryDatetime(): Arbitrary<string> {
  return fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }).map((time) =>
    new Date(time).toISOString()
  );
}

/** Makes mail addresses. */
export function arbitraryEmail(): Arbitrary<string> {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
  return fc.tuple(label, label).map(([user, host]) =>
    `${user}@${host}.example`
  );
}

/** Makes web addresses. */
export function arbitraryUrl(): Arbitrary<string> {
  return fc.stringMatching(/^[a-z0-9]{1,12}$/).map((path) =>
    `https://example.com/${path}`
  );
}

const ALPHABET = [..."abcXYZ019_-.,:;!?'\"`<>&%${}()[]\\/*éßñЖ漢字عربي🙂"];
