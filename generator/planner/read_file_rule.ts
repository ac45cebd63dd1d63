/**
 * Reads what a file may be: "up to 5 MB", "PNG or JPEG", "PDF files only".
 *
 * @module
 */
import {
  AFTER_KINDS,
  AFTER_SIZE,
  BEFORE_KINDS,
  BEFORE_SIZE,
  DATA_KINDS,
  FILE_KINDS,
} from "./lexicon_files.ts";
import { type Read, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import type { Rule } from "./statement.ts";
import { numberOf, type Token } from "./tokens.ts";

/** Reads how large a file may be, or of which kinds. */
export function readFileRule(
  tokens: readonly Token[],
  at: number,
): Read<Rule[]> | undefined {
  return readSize(tokens, at) ?? readKinds(tokens, at);
}

/** "up to 5 MB", "max. 500KB", "2 MB max" */
function readSize(
  tokens: readonly Token[],
  at: number,
): Read<Rule[]> | undefined {
  const first = after(BEFORE_SIZE, tokens, at);
  const amount = amountAt(tokens, first);
  if (amount === undefined) return undefined;
  const end = after(AFTER_SIZE, tokens, amount.end);
  if (first === at && end === amount.end) return undefined;
  return { value: [{ rule: "size", size: amount.value }], end };
}

/** "5 MB", "5MB", "1.5 megabytes" */
function amountAt(
  tokens: readonly Token[],
  at: number,
): Read<string> | undefined {
  const token = tokens[at];
  const joined = /^(\d{1,6})([kmg]b)$/.exec(token?.lower ?? "");
  if (joined) {
    return { value: `${joined[1]}${joined[2]?.toUpperCase()}`, end: at + 1 };
  }
  const unit = UNITS.get(tokens[at + 1]?.lower ?? "");
  if (token?.kind !== "number" || unit === undefined) return undefined;
  const size = sizeOf(numberOf(token), unit);
  return size === undefined ? undefined : { value: size, end: at + 2 };
}

function sizeOf(count: number, unit: string): string | undefined {
  const smaller = unit === "GB" ? "MB" : unit === "MB" ? "KB" : undefined;
  const whole = Number.isInteger(count);
  const bytes = whole ? count : count * 1024;
  const fits = Number.isInteger(bytes) && bytes >= 1 && bytes < 1_000_000;
  const letters = whole ? unit : smaller;
  return fits && letters ? `${bytes}${letters}` : undefined;
}

/** "PNG or JPEG", "only PDF files" */
function readKinds(
  tokens: readonly Token[],
  at: number,
): Read<Rule[]> | undefined {
  const first = after(BEFORE_KINDS, tokens, at);
  const types: string[] = [];
  const words: string[] = [];
  let certain = false;
  let end = first;
  for (let next = first; next < tokens.length;) {
    const word = (tokens[next]?.lower ?? "").replace(/^\./, "");
    const kinds = FILE_KINDS[word] ?? DATA_KINDS[word];
    if (kinds === undefined) break;
    certain ||= FILE_KINDS[word] !== undefined;
    types.push(...kinds);
    words.push(word);
    end = next + 1;
    next = skipListMark(tokens, end);
    if (next === end) break;
  }
  if (types.length === 0) return undefined;
  const stop = after(AFTER_KINDS, tokens, end);
  // "an image" is what a field is called; "images only" is what it may be.
  const plain = words.length === 1 && NAMES.has(words[0] ?? "");
  const alone = (at === 0 || tokens[at - 1]?.text === ",") &&
    (tokens[end] === undefined || tokens[end]?.text === ",");
  if (plain && stop === end && first === at && !alone) return undefined;
  const accept = [...new Set(types)];
  return { value: [{ rule: "accept", accept, words, certain }], end: stop };
}

function after(
  rows: readonly string[],
  tokens: readonly Token[],
  at: number,
): number {
  return Math.max(
    at,
    ...rows.map((row) => matchPattern(row, tokens, at)?.end ?? at),
  );
}

const NAMES: ReadonlySet<string> = new Set(["image", "images"]);
const UNITS: ReadonlyMap<string, string> = new Map([
  ["kb", "KB"],
  ["kilobyte", "KB"],
  ["kilobytes", "KB"],
  ["mb", "MB"],
  ["megabyte", "MB"],
  ["megabytes", "MB"],
  ["mbs", "MB"],
  ["gb", "GB"],
  ["gigabyte", "GB"],
  ["gigabytes", "GB"],
]);
