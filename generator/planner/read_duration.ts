/**
 * Reads lengths of time and how often something is done: "14 days", "two weeks", "every night", "daily at 6 am".
 *
 * @module
 */
import { singular } from "./inflection.ts";
import {
  FREQUENCIES,
  type Frequency,
  NUMBER_WORDS,
  TIME_UNITS,
  WEEKDAYS,
} from "./lexicon_schedules.ts";
import type { Read } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { numberOf, type Token } from "./tokens.ts";

/** A length of time as a blueprint spells it. */
export interface Duration {
  /** Such as `14d`. */
  readonly text: string;
  /** Its unit. */
  readonly unit: "m" | "h" | "d";
  /** How it was counted, where its unit has no fixed length: "a month is 30 days". */
  readonly counted?: string;
}

/** Reads a length of time. */
export function readDuration(
  tokens: readonly Token[],
  at: number,
): Read<Duration> | undefined {
  const token = tokens[at];
  const count = token?.kind === "number"
    ? numberOf(token)
    : NUMBER_WORDS.get(token?.lower ?? "");
  const word = singular(tokens[at + 1]?.lower ?? "");
  const [unit, size] = TIME_UNITS.get(word) ?? [];
  if (count === undefined || unit === undefined || size === undefined) {
    return undefined;
  }
  const whole = count * size;
  if (!Number.isInteger(whole) || whole < 1 || whole > 99_999) return undefined;
  const counted = size === 30 || size === 365
    ? { counted: `a ${word} is ${size} days` }
    : {};
  const value = { text: `${whole}${unit}`, unit: unit as "m" | "h" | "d" };
  return { value: { ...value, ...counted }, end: at + 2 };
}

/** Reads how often something is done. */
export function readFrequency(
  tokens: readonly Token[],
  at: number,
): Read<Frequency> | undefined {
  const spaced = matchPattern("every|each", tokens, at);
  const often = spaced && readDuration(tokens, spaced.end);
  if (often && !often.value.counted) {
    const fits = Number.parseInt(often.value.text) < 10_000;
    return fits
      ? { value: { every: often.value.text }, end: often.end }
      : undefined;
  }
  const weekday = readWeekday(tokens, at);
  const found = weekday ?? plainFrequency(tokens, at);
  if (found === undefined) return timeFirst(tokens, at);
  const time = found.value.at === undefined
    ? undefined
    : readTime(tokens, found.end);
  if (time === undefined) return found;
  const day = weekday ? `${found.value.at?.split(" ")[0]} ` : "";
  return { value: { at: `${day}${time.value}` }, end: time.end };
}

function plainFrequency(
  tokens: readonly Token[],
  at: number,
): Read<Frequency> | undefined {
  for (const [row, value] of FREQUENCIES) {
    const match = matchPattern(row, tokens, at);
    if (match !== undefined) return { value, end: match.end };
  }
  return undefined;
}

function readWeekday(
  tokens: readonly Token[],
  at: number,
): Read<Frequency> | undefined {
  const match = matchPattern(`every|each|on ${WEEKDAYS}`, tokens, at);
  if (match === undefined) return undefined;
  const day = (tokens[match.end - 1]?.lower ?? "").replace(/s$/, "");
  return { value: { at: `${day} 00:00` }, end: match.end };
}

/** "at 3 am every day" */
function timeFirst(
  tokens: readonly Token[],
  at: number,
): Read<Frequency> | undefined {
  const time = readTime(tokens, at);
  if (time === undefined) return undefined;
  const day = readWeekday(tokens, time.end) ??
    plainFrequency(tokens, time.end);
  if (day?.value.at === undefined) return undefined;
  const [name, more] = day.value.at.split(" ");
  const value = more === undefined ? time.value : `${name} ${time.value}`;
  return { value: { at: value }, end: day.end };
}

/** "at 03:00", "at 6 am", "at noon" */
function readTime(
  tokens: readonly Token[],
  at: number,
): Read<string> | undefined {
  if (tokens[at]?.lower !== "at") return undefined;
  const [hour, colon, minute] = tokens.slice(at + 1, at + 4);
  const named = NAMED_TIMES.get(hour?.lower ?? "");
  if (named !== undefined) return { value: named, end: at + 2 };
  const joined = /^(\d{1,2})(am|pm)$/.exec(hour?.lower ?? "");
  if (joined) return clock(Number(joined[1]), 0, joined[2], at + 2);
  if (hour?.kind !== "number") return undefined;
  const exact = colon?.text === ":" && /^\d\d$/.test(minute?.text ?? "");
  const end = exact ? at + 4 : at + 2;
  const half = tokens[end]?.lower ?? "";
  const said = half === "am" || half === "pm" ? half : undefined;
  if (!exact && said === undefined) return undefined;
  const past = said ? end + 1 : end;
  const stop = tokens[past]?.lower === "utc" ? past + 1 : past;
  return clock(numberOf(hour), exact ? Number(minute?.text) : 0, said, stop);
}

function clock(
  hour: number,
  minute: number,
  half: string | undefined,
  end: number,
): Read<string> | undefined {
  const fits = Number.isInteger(hour) && minute < 60 &&
    (half ? hour >= 1 && hour <= 12 : hour < 24);
  if (!fits) return undefined;
  const whole = half === undefined
    ? hour
    : hour % 12 + (half === "pm" ? 12 : 0);
  const two = (value: number) => `${value}`.padStart(2, "0");
  return { value: `${two(whole)}:${two(minute)}`, end };
}

const NAMED_TIMES: ReadonlyMap<string, string> = new Map([
  ["midnight", "00:00"],
  ["noon", "12:00"],
]);
