/**
 * Reads what stands after a field's name: "(required)", ": string", "from 1 to 5", "that can be open or closed".
 *
 * @module
 */
import { CHOICE_WORDS, UNIT_WORDS } from "./lexicon_fields.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { NOUN_STOPS, RESTRICTING } from "./lexicon_words.ts";
import { type Read, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readRule, readType } from "./rules.ts";
import { spanOf } from "./scope.ts";
import type { Rule, Span } from "./statement.ts";
import type { Token } from "./tokens.ts";
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
  if (values === undefined) return undefined;
  const rest = readAllRules(tokens.slice(values.end));
  return rest && [{ rule: "values", values: values.value }, ...rest];
}

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

/** Reads "G/PG/R", or "normal/abnormal" at the end of an item: values with slashes between them, none of them a field's name. */
export function readSlashes(
  tokens: readonly Token[],
  at: number,
): Read<string[]> | undefined {
  const values: string[] = [];
  let end = at;
  while (tokens[end]?.kind === "word" || tokens[end]?.kind === "number") {
    values.push(tokens[end]?.text ?? "");
    end++;
    if (tokens[end]?.text !== "/") break;
    end++;
  }
  const next = tokens[end];
  const ends = next === undefined || next.kind === "mark" ||
    ENDING.has(next.lower);
  // "Speed km/h", "email/phone number"
  const certain = values.length > 2 ||
    values.length === 2 && ends && !values.some(isMeasure);
  return certain && !values.some(namesThing)
    ? { value: values, end }
    : undefined;
}

/** "Yes/no" is a type of its own. */
function isMeasure(value: string): boolean {
  const word = value.toLowerCase();
  return UNIT_WORDS.has(word) || ANSWERS.has(word) || value.length < 2;
}

/** Reads "available or borrowed", "easy medium hard" after the name of a choice. */
export function readAlternatives(
  tokens: readonly Token[],
  at: number,
): Read<string[]> | undefined {
  if (!CHOICE_WORDS.has(tokens[at - 1]?.lower ?? "")) return undefined;
  const codes = isCode(tokens[at]?.text)
    ? readValues(tokens, at, undefined, (value) => !isCode(value))
    : undefined;
  if (codes !== undefined) return codes;
  const values = readValues(tokens, at);
  if (values !== undefined) {
    const before = values.value.at(-1)?.split(" ").length ?? 0;
    const last = tokens[values.end - before - 1]?.lower;
    const plain = !values.value.some(namesThing);
    return last === "or" && plain ? values : undefined;
  }
  let end = at;
  while (
    tokens[end]?.kind === "word" && !LISTING.has(tokens[end]?.lower ?? "")
  ) {
    end++;
  }
  const words = tokens.slice(at, end).map((one) => one.lower);
  const bare = words.length > 2 &&
    words.every((one) => !namesThing(one) && !NOUN_STOPS.has(one));
  return bare ? { value: words, end } : undefined;
}

/** "A1", "XL2" */
function isCode(text: string | undefined): boolean {
  return text !== undefined && /^\p{Lu}{1,3}\d{1,3}$/u.test(text);
}

/** Reports whether a value is the name of a field that is no choice, so that it belongs to the list around. */
function namesField(value: string): boolean {
  const words = value.toLowerCase().split(" ");
  if (!hasFieldHint(words)) return false;
  return words.length > 1 || TYPED.has(fieldHint(words).type);
}

function namesThing(value: string): boolean {
  const words = value.toLowerCase().split(" ");
  return hasFieldHint(words) && fieldHint(words).type !== "boolean";
}

function readTail(tokens: readonly Token[], at: number) {
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

/** "G/PG/R", "available or borrowed", "of open and closed" */
function readChoices(
  tokens: readonly Token[],
  at: number,
): Read<Rule[]> | undefined {
  if (CHOICE_WORDS.has(tokens[at - 1]?.lower ?? "")) {
    const values = readValues(tokens, at, SLASH);
    if (values !== undefined) {
      const value: Rule[] = [{ rule: "values", values: values.value }];
      return { value, end: values.end };
    }
  }
  const slashes = readSlashes(tokens, at);
  if (slashes !== undefined) {
    const value: Rule[] = [{ rule: "values", values: slashes.value }];
    return { value, end: slashes.end };
  }
  const alternatives = readAlternatives(tokens, at);
  if (alternatives !== undefined) {
    const value: Rule[] = [{ rule: "values", values: alternatives.value }];
    return { value, end: alternatives.end };
  }
  const choice = matchPattern("of {V:values}", tokens, at);
  if (choice !== undefined && CHOICE_WORDS.has(tokens[at - 1]?.lower ?? "")) {
    const values = choice.value.values["values"] ?? [];
    const value: Rule[] = [{ rule: "values", values }];
    return { value, end: choice.end };
  }
  return undefined;
}

const SHARING: ReadonlySet<string> = new Set(["both", "all"]);
const ANSWERS: ReadonlySet<string> = new Set(["yes", "true"]);
const LISTING: ReadonlySet<string> = new Set(["and", "or"]);
/** What an item of a list ends before. */
const ENDING: ReadonlySet<string> = new Set(
  "and or but that which with default defaults defaulting by starting"
    .split(" "),
);
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
const SLASH: ReadonlySet<string> = new Set(["/", "|"]);
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
