/**
 * Reads the values that stand after a field's name: "G/PG/R", "available or borrowed", "easy medium hard".
 *
 * @module
 */
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { CHOICE_WORDS, UNIT_WORDS } from "./lexicon_fields.ts";
import { NOUN_STOPS } from "./lexicon_words.ts";
import type { Read } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import type { Rule } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readValues } from "./values.ts";

/** Reads "G/PG/R", "available or borrowed", "of open and closed" */
export function readChoices(
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

function namesThing(value: string): boolean {
  const words = value.toLowerCase().split(" ");
  return hasFieldHint(words) && fieldHint(words).type !== "boolean";
}

const ANSWERS: ReadonlySet<string> = new Set(["yes", "true"]);
const LISTING: ReadonlySet<string> = new Set(["and", "or"]);
/** What an item of a list ends before. */
const ENDING: ReadonlySet<string> = new Set(
  "and or but that which with default defaults defaulting by starting"
    .split(" "),
);
const SLASH: ReadonlySet<string> = new Set(["/", "|"]);
