/**
 * Reads what stands after a field's name: "(required)", ": string", "from 1 to 5", "that can be open or closed".
 *
 * @module
 */
import { CHOICE_WORDS, UNIT_WORDS } from "./lexicon_fields.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { NOUN_STOPS, RESTRICTING } from "./lexicon_words.ts";
import { skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readRule, readType } from "./rules.ts";
import { spanOf } from "./scope.ts";
import type { Rule, Span } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readChoices } from "./field_choices.ts";
import { readValues } from "./values.ts";

/** What stands after a field's name. */
export interface TailsRead {
  /** What it says of the field. */
  readonly rules: readonly Rule[];
  /** Parts that were not understood. */
  readonly missed: readonly Span[];
  /** The index of the token after it. */
  readonly end: number;
}

/** Reads all that stands after a field's name and belongs to it. */
export function readFieldTails(
  tokens: readonly Token[],
  at: number,
): TailsRead {
  const rules: Rule[] = [];
  const missed: Span[] = [];
  let end = at;
  for (let turn = 0; turn < 8; turn++) {
    const bracket = readBracket(tokens, end);
    if (bracket !== undefined) {
      rules.push(...bracket.rules);
      missed.push(...bracket.missed);
      end = bracket.end;
      continue;
    }
    const tail = readDefinition(tokens, end) ?? readTail(tokens, end);
    if (tail === undefined) break;
    rules.push(...tail.value);
    end = tail.end;
  }
  return { rules, missed, end };
}

/** Returns the index of the bracket that closes the one at a token; the number of tokens when none does. */
export function closingBracket(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? "";
    if ("([{".includes(word)) depth++;
    else if (")]}".includes(word) && --depth === 0) return i;
  }
  return tokens.length;
}

/** Reads rules, types, units and values to the end of the tokens; undefined when something else is among them. */
export function readConstraints(
  tokens: readonly Token[],
): readonly Rule[] | undefined {
  return readAllRules(tokens) ?? readChoice(tokens) ?? readParted(tokens);
}

/** Reads "(both required)", "(all unique)": what holds for the fields before. */
export function readShared(
  tokens: readonly Token[],
  at: number,
): { all: boolean; rules: readonly Rule[]; end: number } | undefined {
  const word = tokens[at + 1]?.lower ?? "";
  if (tokens[at]?.lower !== "(" || !SHARING.has(word)) return undefined;
  const close = closingBracket(tokens, at);
  const rules = readAllRules(tokens.slice(at + 2, close));
  if (rules === undefined || rules.length === 0) return undefined;
  const end = Math.min(tokens.length, close + 1);
  return { all: word === "all", rules, end };
}

function readBracket(
  tokens: readonly Token[],
  at: number,
): TailsRead | undefined {
  const open = tokens[at]?.lower;
  if (open !== "(" && open !== "[") return undefined;
  if (readShared(tokens, at) !== undefined) return undefined;
  const close = closingBracket(tokens, at);
  const inside = tokens.slice(at + 1, close);
  const choice = CHOICE_WORDS.has(tokens[at - 1]?.lower ?? "")
    ? readChoice(inside)
    : undefined;
  const rules = inside.length === 0 ? [] : choice ?? readConstraints(inside);
  const example = EXAMPLES.has(inside[0]?.lower ?? "");
  const some = rules || example ? undefined : readSome(inside);
  if (some !== undefined) {
    return { ...some, end: Math.min(tokens.length, close + 1) };
  }
  return {
    rules: rules ?? [],
    missed: rules || example ? [] : [spanOf(tokens, at, close + 1)],
    end: Math.min(tokens.length, close + 1),
  };
}

/** "(unique, 11 digits)": rules between commas, and plain parts that are none. */
function readSome(
  tokens: readonly Token[],
): Pick<TailsRead, "rules" | "missed"> | undefined {
  const rules: Rule[] = [];
  const missed: Span[] = [];
  for (let at = 0; at < tokens.length;) {
    const comma = tokens.findIndex((one, i) => i >= at && one.text === ",");
    const end = comma < 0 ? tokens.length : comma;
    const part = tokens.slice(at, end);
    const read = part.length > 0 ? readAllRules(part) : undefined;
    const plain = part.length > 0 && part.length < 4 &&
      part.every((one) => one.kind === "number" || isPlainWord(one));
    if (read === undefined && !plain) return undefined;
    rules.push(...read ?? []);
    if (read === undefined) missed.push(spanOf(tokens, at, end));
    at = end + 1;
  }
  return rules.length > 0 && missed.length > 0 ? { rules, missed } : undefined;
}

function isPlainWord(token: Token): boolean {
  return token.kind === "word" && !NOUN_STOPS.has(token.lower) &&
    !RESTRICTING.has(token.lower);
}

/** Reads rules, types and units to the end of the tokens; undefined when something else is among them. */
export function readAllRules(tokens: readonly Token[]): Rule[] | undefined {
  const rules: Rule[] = [];
  let at = 0;
  while (at < tokens.length) {
    const mark = skipListMark(tokens, at);
    if (mark > at) {
      at = mark;
      continue;
    }
    const type = readType(tokens, at);
    const rule = readRule(tokens, at);
    const best = [type && { value: [type.value], end: type.end }, rule]
      .filter((one) => one !== undefined)
      .sort((one, other) => other.end - one.end)[0];
    if (best !== undefined) {
      rules.push(...best.value);
      at = best.end;
    } else if (UNIT_WORDS.has(tokens[at]?.lower ?? "")) {
      rules.push({ rule: "unit", unit: tokens[at]?.text ?? "" });
      at++;
    } else if (
      ["in", "of", "with", "be", "must", "should", "is", "always"].includes(
        tokens[at]?.lower ?? "",
      )
    ) at++;
    else return undefined;
  }
  return rules;
}

/** "default medium; low, medium or high" */
function readParted(tokens: readonly Token[]): readonly Rule[] | undefined {
  const part = tokens.findIndex((token) => [";", "."].includes(token.text));
  if (part < 1) return undefined;
  const before = readConstraints(tokens.slice(0, part));
  const after = before && readConstraints(tokens.slice(part + 1));
  return before && after && [...after, ...before];
}

function readChoice(tokens: readonly Token[]): Rule[] | undefined {
  const values = readValues(tokens, 0);
  if (values === undefined || values.value.every(isMeasure)) return undefined;
  const rest = readAllRules(tokens.slice(values.end));
  return rest && [{ rule: "values", values: values.value }, ...rest];
}

/** "salary range (min salary, max salary)": the ends of something, which are no values of it. */
function isMeasure(value: string): boolean {
  const words = value.toLowerCase().split(" ");
  if (words.length === 1) return ENDS.has(words[0] ?? "");
  return hasFieldHint(words) && MEASURED.has(fieldHint(words).type);
}

const ENDS: ReadonlySet<string> = new Set(
  "min max minimum maximum from to lower upper".split(" "),
);
const MEASURED: ReadonlySet<string> = new Set(
  ["decimal", "integer", "number", "date", "datetime"],
);

/** ": string", "- number", "= open, closed" */
function readDefinition(tokens: readonly Token[], at: number) {
  const mark = tokens[at]?.lower ?? "";
  if (!DEFINING.has(mark)) return undefined;
  const type = readType(tokens, at + 1);
  const listed = type && CHOICE_WORDS.has(tokens[at - 1]?.lower ?? "")
    ? readValues(tokens, at + 1)
    : undefined;
  const choice = listed !== undefined && listed.value.length > 2 &&
    (tokens[listed.end]?.text ?? ".") === ".";
  if (type !== undefined && !choice) {
    return { value: [type.value], end: type.end };
  }
  const rule = readRule(tokens, at + 1);
  if (rule !== undefined) return rule;
  const values = readValues(tokens, at + 1, undefined, namesField);
  if (values === undefined) return undefined;
  const value: Rule[] = [{ rule: "values", values: values.value }];
  return { value, end: values.end };
}

/** Reports whether a value is the name of a field that is no choice, so that it belongs to the list around. */
function namesField(value: string): boolean {
  const words = value.toLowerCase().split(" ");
  if (!hasFieldHint(words)) return false;
  return words.length > 1 || TYPED.has(fieldHint(words).type);
}

function readTail(tokens: readonly Token[], at: number) {
  const area = tokens[at]?.lower === "in" &&
    AREAL.has(tokens[at + 1]?.lower ?? "") &&
    UNIT_WORDS.has(tokens[at + 2]?.lower ?? "");
  if (area) {
    const words = tokens.slice(at + 1, at + 3).map((one) => one.text);
    const value: Rule[] = [{ rule: "unit", unit: words.join(" ") }];
    return { value, end: at + 3 };
  }
  const unit = ["in", "per"].includes(tokens[at]?.lower ?? "");
  if (unit && UNIT_WORDS.has(tokens[at + 1]?.lower ?? "")) {
    const timed = tokens[at - 1]?.lower === "time" &&
      CLOCK.has(tokens[at + 1]?.lower ?? "");
    const value: Rule[] = [
      ...timed ? [{ rule: "type", type: "integer" } as const] : [],
      ...tokens[at]?.lower === "in"
        ? [{ rule: "unit", unit: tokens[at + 1]?.text ?? "" } as const]
        : [],
    ];
    return { value, end: at + 2 };
  }
  const rule = readRule(tokens, at);
  if (rule !== undefined) return rule;
  if (tokens[at]?.lower === "or" && tokens[at + 1]?.lower === "not") {
    return { value: [{ rule: "type", type: "boolean" } as const], end: at + 2 };
  }
  const measured = tokens[at - 1]?.kind === "number" &&
    UNIT_WORDS.has(tokens[at]?.lower ?? "");
  if (measured) {
    const unit = tokens[at]?.text ?? "";
    return { value: [{ rule: "unit", unit } as const], end: at + 1 };
  }
  const answer = ANSWERS.has(tokens[at]?.lower ?? "");
  if (answer || BARE_TYPES.has(tokens[at]?.lower ?? "")) {
    const type = readType(tokens, at);
    if (type !== undefined) return { value: [type.value], end: type.end };
  }
  for (const pattern of TYPE_TAILS) {
    const match = matchPattern(pattern, tokens, at);
    const type = match && readType(tokens, match.end);
    if (type !== undefined) return { value: [type.value], end: type.end };
  }
  for (const pattern of RULE_TAILS) {
    const match = matchPattern(pattern, tokens, at);
    const next = match && readRule(tokens, match.end);
    if (next !== undefined) return next;
  }
  return readChoices(tokens, at);
}

/** What stands before units of areas and volumes: "square meters". */
const AREAL: ReadonlySet<string> = new Set(["square", "cubic"]);
const SHARING: ReadonlySet<string> = new Set(["both", "all"]);
const ANSWERS: ReadonlySet<string> = new Set(["yes", "true"]);
const TYPED: ReadonlySet<string> = new Set(
  ["date", "datetime", "time", "decimal", "integer", "email"],
);
const TYPE_TAILS: readonly string[] = [
  "as a|an?",
  "of type",
  "type :?",
  "which|that is a|an",
];
const RULE_TAILS: readonly string[] = [
  "which|that is|are|must|should|has|have|needs|will be|to_be?",
  "with a|an?",
  "of",
  "that|which must|should|can",
  ", which|that is|are|must|should be?",
];
const BARE_TYPES: ReadonlySet<string> = new Set(
  [
    "string",
    "integer",
    "boolean",
    "bool",
    "int",
    "decimal",
    "datetime",
    "float",
    "yes",
    "true",
  ],
);
const CLOCK: ReadonlySet<string> = new Set(
  ["seconds", "minutes", "hours", "days", "ms", "milliseconds"],
);
const DEFINING: ReadonlySet<string> = new Set([
  ":",
  "-",
  "–",
  "—",
  "=",
  "→",
  "->",
]);
const EXAMPLES: ReadonlySet<string> = new Set(["e", "eg", "for", "like", "i"]);
