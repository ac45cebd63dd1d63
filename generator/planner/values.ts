/**
 * Reads literals and lists of values.
 *
 * @module
 */
import type { Literal } from "../blueprint/blueprint.ts";
import { RESTRICTING, WORD_CLASSES } from "./lexicon_words.ts";
import type { Read } from "./noun.ts";
import { numberOf, type Token } from "./tokens.ts";

/** Reads a number, true, false, a quoted text or a word. */
export function readLiteral(
  tokens: readonly Token[],
  at: number,
): Read<Literal> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "mark" && token.text === "-") {
    const number = tokens[at + 1];
    return number?.kind === "number" && number.start === token.end
      ? { value: -numberOf(number), end: at + 2 }
      : undefined;
  }
  if (token.kind === "number") return { value: numberOf(token), end: at + 1 };
  if (token.kind === "quoted") return { value: token.text, end: at + 1 };
  if (token.kind !== "word") return undefined;
  const spoken = SPOKEN.get(token.lower);
  if (spoken !== undefined) return { value: spoken, end: at + 1 };
  const skip = WORD_CLASSES.det.has(token.lower) ? at + 1 : at;
  return readValue(tokens, skip) ?? { value: token.lower, end: at + 1 };
}

/** Reads values with commas, slashes, pipes, "and" or "or" between them: at least two. */
export function readValues(
  tokens: readonly Token[],
  at: number,
  marks: ReadonlySet<string> = VALUE_MARKS,
  ends: (value: string) => boolean = () => false,
): Read<string[]> | undefined {
  const values: string[] = [];
  let end = at;
  let before = at;
  while (values.length < 40) {
    const value = readValue(tokens, end);
    if (value === undefined) break;
    const or = tokens[value.end]?.lower === "or";
    if (or && tokens[value.end + 1]?.lower === "not" && values.length > 1) {
      return { value: values, end: before };
    }
    values.push(value.value);
    end = value.end;
    before = end;
    const mark = skipValueMark(tokens, end, marks);
    const next = readValue(tokens, mark);
    if (mark === end || next === undefined) break;
    if (values.length > 1 && ends(next.value)) break;
    end = mark;
  }
  return values.length > 1 ? { value: values, end } : undefined;
}

/** Reads one value: up to three words, a number or a quoted text. */
export function readValue(
  tokens: readonly Token[],
  at: number,
): Read<string> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "quoted") return { value: token.text, end: at + 1 };
  if (token.kind === "number") return { value: token.text, end: at + 1 };
  let end = at;
  while (end < at + 3 && isValueWord(tokens[end], end === at)) end++;
  if (end === at) return undefined;
  return {
    value: tokens.slice(at, end).map((one) => one.text).join(" "),
    end,
  };
}

function isValueWord(token: Token | undefined, first: boolean): boolean {
  if (token?.kind !== "word" || token.lower === "'s") return false;
  if (first && token.lower === "in") return true;
  if (first && token.text === "A") return true;
  return !VALUE_STOPS.has(token.lower) && !RESTRICTING.has(token.lower) &&
    !(first && token.lower === "default");
}

function skipValueMark(
  tokens: readonly Token[],
  at: number,
  marks: ReadonlySet<string>,
): number {
  let end = at;
  while (marks.has(tokens[end]?.lower ?? "")) end++;
  return end;
}

const VALUE_MARKS: ReadonlySet<string> = new Set([
  ",",
  "/",
  "|",
  "and",
  "or",
  "and/or",
]);

const VALUE_STOPS: ReadonlySet<string> = new Set(
  ("and or but with by default defaults defaulting is are which that where it they can must should may has have if when " +
    "then finally through via over into also a an the to from of unique required optional as belong belongs have contain contains")
    .split(" "),
);

const SPOKEN: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["false", false],
  ["no", false],
  ["off", false],
  ["zero", 0],
  ["one", 1],
  ["null", null],
  ["none", null],
  ["today", "$now"],
  ["now", "$now"],
]);
