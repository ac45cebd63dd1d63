/**
 * Reads what follows from other fields: "The total is the quantity times the unit price".
 *
 * @module
 */
import { fieldHint } from "./field_type.ts";
import { type Read, readNouns } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { type Found, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a field and the sum, product, difference or quotient that it is. */
export function readComputed(
  tokens: readonly Token[],
  at: number,
): Found | undefined {
  for (const { value: field, end } of readNouns(tokens, at)) {
    const is = matchPattern(IS, tokens, end);
    if (is === undefined || field.pronoun) continue;
    const parts = readNamed(tokens, is.end) ?? readExpression(tokens, is.end);
    if (parts === undefined || isChoice(field, parts.value)) continue;
    const span = spanOf(tokens, at, parts.end);
    const feature = { is: "computed", field, parts: parts.value } as const;
    return {
      statements: [{ kind: "feature", feature, ...span }],
      end: parts.end,
      ...(field.owner ? { subjects: [field.owner] } : {}),
    };
  }
  return undefined;
}

type Parts = Read<(Noun | string)[]>;

/** "The mode is slow/fast": what no part of is a number is not divided. */
function isChoice(field: Noun, parts: readonly (Noun | string)[]): boolean {
  const nouns = parts.filter((one) => typeof one !== "string");
  if (NUMBERS.has(fieldHint(field.words).type)) return false;
  return nouns.length * 2 - 1 === parts.length &&
    parts.every((one) => typeof one !== "string" || one === "/") &&
    !nouns.some(({ words }) => NUMBERS.has(fieldHint(words).type));
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "decimal", "number"]);

/** "the sum of price and tax" */
function readNamed(tokens: readonly Token[], at: number): Parts | undefined {
  for (const [row, sign] of NAMED) {
    const match = matchPattern(row, tokens, at);
    const { a, b } = match?.value.nouns ?? {};
    if (!match || !a || !b || a.pronoun || b.pronoun) continue;
    if (ends(tokens[match.end])) {
      return { value: [a, sign, b], end: match.end };
    }
  }
  return undefined;
}

function readExpression(
  tokens: readonly Token[],
  at: number,
): Parts | undefined {
  const parts: (Noun | string)[] = [];
  let end = at;
  for (let next = at;;) {
    const one = readOperand(tokens, next);
    if (one === undefined) return undefined;
    parts.push(one.value);
    end = one.end;
    const sign = readSign(tokens, end);
    if (sign === undefined) break;
    parts.push(sign.value);
    next = sign.end;
  }
  return parts.length > 2 && ends(tokens[end])
    ? { value: parts, end }
    : undefined;
}

/** A field before a sign or the end, or a number. */
function readOperand(
  tokens: readonly Token[],
  at: number,
): Read<Noun | string> | undefined {
  const token = tokens[at];
  if (token?.kind === "number") return { value: token.text, end: at + 1 };
  const found = readNouns(tokens, at).find(({ value, end }) =>
    !value.pronoun && !value.owner &&
    (readSign(tokens, end) !== undefined || ends(tokens[end])) &&
    !tokens.slice(at, end).some((one) => SIGN_WORDS.has(one.lower))
  );
  return found;
}

function readSign(
  tokens: readonly Token[],
  at: number,
): Read<string> | undefined {
  for (const [row, sign] of SIGNS) {
    const match = matchPattern(row, tokens, at);
    if (match !== undefined) return { value: sign, end: match.end };
  }
  return undefined;
}

function ends(token: Token | undefined): boolean {
  return token === undefined || ENDS.has(token.lower);
}

const ENDS: ReadonlySet<string> = new Set([",", ".", ";", "!", ")"]);
const IS =
  "$must|is|are|equals|equal|= be|equal_to|equals? automatically? calculated|computed|worked_out? as|from|by|to?";
const SIGNS: readonly (readonly [string, string])[] = [
  ["times|multiplied_by|x|×|*", "*"],
  ["plus|+|added_to", "+"],
  ["minus|less|-|−|reduced_by", "-"],
  ["divided_by|over|/|÷", "/"],
];
const SIGN_WORDS: ReadonlySet<string> = new Set(
  ["times", "plus", "minus", "x", "multiplied", "divided", "less"],
);
const NAMED: readonly (readonly [string, string])[] = [
  ["the? sum of {E:a} and|plus {E:b}", "+"],
  ["the? product of {E:a} and|times {E:b}", "*"],
  ["the? difference between|of {E:a} and {E:b}", "-"],
  ["{E:a} and {E:b} added|summed up|together?", "+"],
];
