/**
 * Reads phrases that constrain a field: "required", "from 1 to 5", "at most 80 characters".
 *
 * @module
 */
import { TYPE_WORDS } from "./lexicon_fields.ts";
import {
  NEGATED_RULE_PHRASES,
  RULE_PHRASES,
  type RuleShape,
} from "./lexicon_rules.ts";
import type { Read } from "./noun.ts";
import { readFileRule } from "./read_file_rule.ts";
import { longestMatch, type Slots } from "./pattern.ts";
import type { Rule } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads one constraint; a unit such as "in minutes" reads as none. */
export function readRule(
  tokens: readonly Token[],
  at: number,
): Read<Rule[]> | undefined {
  const match = longestMatch(RULE_PHRASES, tokens, at);
  const file = readFileRule(tokens, at);
  if (file !== undefined && file.end > (match?.end ?? at)) return file;
  if (match === undefined) return undefined;
  return { value: rulesOf(match.makes, match.value), end: match.end };
}

/** Reads what a field must not be, from the word after "not". */
export function readNegatedRule(
  tokens: readonly Token[],
  at: number,
): Read<Rule[]> | undefined {
  const match = longestMatch(NEGATED_RULE_PHRASES, tokens, at);
  if (match === undefined) return undefined;
  return { value: rulesOf(match.makes, match.value), end: match.end };
}

/** Reads a word for a type, with the noun some people put after it: "number", "text field". */
export function readType(
  tokens: readonly Token[],
  at: number,
): Read<Rule> | undefined {
  for (let length = 3; length > 0; length--) {
    const words = tokens.slice(at, at + length).map((one) => one.lower);
    const type = words.length === length
      ? TYPE_WORDS[words.join(" ")]
      : undefined;
    if (type === undefined) continue;
    const end = at + length;
    const extra = TYPE_ENDINGS.has(tokens[end]?.lower ?? "") ? 1 : 0;
    return { value: { rule: "type", type }, end: end + extra };
  }
  return undefined;
}

function rulesOf(shape: RuleShape, slots: Slots): Rule[] {
  const one = slots.numbers["n"] ?? 0;
  const other = slots.numbers["m"];
  const places = slots.numbers["places"] === undefined ? {} : { places: true };
  const n = Math.min(one, other ?? one);
  const m = Math.max(one, other ?? one);
  switch (shape) {
    case "required":
    case "optional":
    case "unique":
    case "immutable":
      return [{ rule: shape }];
    case "decimal places":
      return [{ rule: "type", type: "decimal" }];
    case "unique within": {
      const { per } = slots.nouns;
      return per === undefined ? [] : [{ rule: shape, per }];
    }
    case "between":
      return [
        { rule: "min", value: n, ...places },
        { rule: "max", value: m, ...places },
      ];
    case "length between":
      return [
        { rule: "min", value: n, length: true },
        { rule: "max", value: m, length: true },
      ];
    case "min":
    case "max":
      return [{ rule: shape, value: n, ...places }];
    case "above":
      return [{ rule: "min", value: n, exclusive: true }];
    case "below":
      return [{ rule: "max", value: n, exclusive: true }];
    case "min length":
      return [{ rule: "min", value: n, length: true }];
    case "exact length":
      return [
        { rule: "min", value: n, length: true },
        { rule: "max", value: n, length: true },
      ];
    case "max length":
      return [{ rule: "max", value: n, length: true }];
    case "above zero":
      return [{ rule: "min", value: 0, exclusive: true }];
    case "not below zero":
      return [{ rule: "min", value: 0 }];
    case "default":
      return [{ rule: "default", value: slots.literals["value"] ?? null }];
    case "now":
      return [{ rule: "default", value: "$now" }];
    case "values":
      return [{ rule: "values", values: slots.values["values"] ?? [] }];
    case "serial":
      return [{ rule: "type", type: "serial" }];
    case "unit":
      return [];
  }
}

const TYPE_ENDINGS: ReadonlySet<string> = new Set([
  "field",
  "value",
  "type",
  "column",
]);
