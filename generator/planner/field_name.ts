/**
 * Reads the name of a field: "due date", "starts at", "is active", "price per night", "date of birth".
 *
 * @module
 */
import { CHOICE_WORDS, OF_WORDS } from "./lexicon_fields.ts";
import { readAlternatives, readSlashes } from "./field_choices.ts";
import { isNounWord, nounOf } from "./noun.ts";
import { readRule } from "./rules.ts";
import type { Noun, Rule } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** A field's name, and what the name itself says beyond its words. */
export interface FieldNameRead {
  /** The name, without "is", "has" and "flag". */
  readonly noun: Noun;
  /** What the dropped words say. */
  readonly rules: readonly Rule[];
  /** The index of the token after it. */
  readonly end: number;
}

/** Reads a field's name of at most six words; undefined when none stands here. */
export function readFieldName(
  tokens: readonly Token[],
  at: number,
): FieldNameRead | undefined {
  let first = at;
  const rules: Rule[] = [];
  if (
    ["is", "has", "was"].includes(tokens[at]?.lower ?? "") &&
    isNounWord(tokens[at + 1])
  ) {
    first++;
    rules.push({ rule: "type", type: "boolean" });
  }
  let end = first;
  while (end < first + 6 && continuesName(tokens, end, first)) end++;
  if (end === first) return undefined;
  const after = tokens[end - 1]?.lower ?? "";
  let last = end;
  const chosen = readSlashes(tokens, end) !== undefined;
  if (end - first > 1 && after === "flag" && !chosen) {
    rules.push({ rule: "type", type: "boolean" });
    last--;
  } else if (end - first > 1 && ["field", "list"].includes(after)) last--;
  else if (
    end - first > 2 && ["at", "on"].includes(tokens[end - 2]?.lower ?? "")
  ) last--;
  const noun = nounOf(tokens, first, last, "open");
  return { noun: { ...noun, number: "open" }, rules, end };
}

function continuesName(
  tokens: readonly Token[],
  at: number,
  first: number,
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const before = tokens[at - 1]?.lower ?? "";
  const next = tokens[at + 1];
  const numbered = token.lower === "number" && next?.lower !== "of";
  if (at > first && !numbered && readRule(tokens, at) !== undefined) {
    return false;
  }
  if (CHOICE_WORDS.has(before) && at > first && next?.text === "/") {
    return false;
  }
  if (at > first && readAlternatives(tokens, at) !== undefined) return false;
  if (at > first && readSlashes(tokens, at) !== undefined) return false;
  if (at > first && next?.lower === "than") return false;
  if (at > first && next?.text === "..") return false;
  const answers = next?.text === "/" || next?.lower === "or";
  if (["yes", "true"].includes(token.lower) && answers) return false;
  if (at > first && CERTAIN_TYPES.has(token.lower) && endsName(next)) {
    return false;
  }
  if (isNounWord(token)) {
    return token.kind !== "quoted" || at === first;
  }
  if (at === first) return false;
  if (token.lower === "of") return OF_WORDS.has(before) && isNounWord(next);
  if (token.lower === "to" && isNounWord(next) && endsName(tokens[at + 2])) {
    return true;
  }
  if (token.lower === "per") return isNounWord(next);
  if (token.lower === "needs" || token.lower === "uses") {
    return next === undefined || next.kind === "mark" || next.lower === "and";
  }
  if (PHRASAL.has(before) && DIRECTIONS.has(token.lower)) return true;
  const closes = next === undefined || next.kind === "mark" ||
    (next.lower === "and" && token.lower !== "to");
  if (SIDES.has(token.lower) && closes) return true;
  if (
    !PARTICLES.has(token.lower) ||
    !/(?:s|d|due|t|n|off|out|up|in)$/.test(before)
  ) {
    return false;
  }
  const place = isNounWord(next) && tokens[at + 2]?.kind === "mark" &&
    token.lower === "at";
  return next === undefined || next.kind === "mark" || place ||
    ["and", "or", "with", "which", "that"].includes(next.lower) ||
    MOMENTS.has(next.lower);
}

function endsName(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" ||
    ["and", "or", "with"].includes(token.lower);
}

/** Words for types that are no names of fields. */
const CERTAIN_TYPES: ReadonlySet<string> = new Set(
  [
    "string",
    "integer",
    "boolean",
    "bool",
    "int",
    "decimal",
    "datetime",
    "float",
  ],
);

/** Verbs that mean something else with a direction: "check in". */
const PHRASAL: ReadonlySet<string> = new Set(
  ["check", "clock", "sign", "log", "pick", "drop", "walk"],
);
const DIRECTIONS: ReadonlySet<string> = new Set(["in", "out", "up", "off"]);
const SIDES: ReadonlySet<string> = new Set(["from", "to", "until", "since"]);
const PARTICLES: ReadonlySet<string> = new Set(
  ["at", "on", "by", "in", "until", "from", "to"],
);
const MOMENTS: ReadonlySet<string> = new Set(
  ["date", "time", "timestamp", "datetime"],
);
