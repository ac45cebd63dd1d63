/**
 * Reads what fields must be, after a subject and a verb group.
 *
 * @module
 */
import { UNIT_WORDS } from "./lexicon_fields.ts";
import { RULE_STARTS } from "./lexicon_rules.ts";
import { skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import type { Predicate } from "./predicate.ts";
import { restricts } from "./read_setting.ts";
import { readNegatedRule, readRule, readType } from "./rules.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Rule } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readValues } from "./values.ts";

/** A clause whose subject and verb group were read. */
export interface Clause {
  /** The sentence. */
  readonly tokens: readonly Token[];
  /** Where the clause starts. */
  readonly at: number;
  /** The token after the verb group. */
  readonly end: number;
  /** What is known around it. */
  readonly scope: Scope;
  /** The subject as it stands, and the verb group. */
  readonly predicate: Predicate;
  /** What the subject stands for. */
  readonly subjects: readonly Noun[];
}

/** Reads "The title is required", "status can be open or closed", "price must be at least 0 and at most 10". */
export function readRules(clause: Clause): Found | undefined {
  const { tokens, end, predicate, subjects } = clause;
  if (subjects.length === 0 || predicate.nobody) return undefined;
  if (predicate.group.only) return undefined;
  const { negated } = predicate.group;
  const rules: Rule[] = [];
  let stop = end;
  for (let next = end; next < tokens.length;) {
    const read = readOneRule(clause, next, negated && next === end);
    if (read === undefined) break;
    rules.push(...read.value);
    stop = read.end;
    const unit = tokens[stop]?.lower ?? "";
    if (tokens[stop - 1]?.kind === "number" && UNIT_WORDS.has(unit)) {
      rules.push({ rule: "unit", unit });
      stop++;
    }
    const mark = skipListMark(tokens, stop);
    const start = RULE_STARTS.map((row) => matchPattern(row, tokens, mark))
      .find((match) => match !== undefined)?.end ?? mark;
    if (start === stop) break;
    next = start;
  }
  return stop === end ? undefined : rulesFound(clause, rules, stop);
}

function readOneRule(
  clause: Clause,
  at: number,
  negated: boolean,
): { value: readonly Rule[]; end: number } | undefined {
  const { tokens } = clause;
  if (negated) return readNegatedRule(tokens, at);
  if (/^(?:cannot|never|not)$/.test(tokens[at]?.lower ?? "")) {
    const rule = readNegatedRule(tokens, at + 1);
    if (rule !== undefined) return rule;
  }
  const rule = readRule(tokens, at);
  if (rule !== undefined) return rule;
  const article = ["a", "an"].includes(tokens[at]?.lower ?? "") ? at + 1 : at;
  const optional = tokens[article]?.lower === "optional";
  const type = readType(tokens, optional ? article + 1 : article);
  if (type !== undefined) {
    const also: Rule[] = optional ? [{ rule: "optional" }] : [];
    return { value: [type.value, ...also], end: type.end };
  }
  const either = tokens[at]?.lower === "either" ? at + 1 : at;
  const values = readValues(tokens, either);
  if (values === undefined || restricts(tokens, either, values.end)) {
    return undefined;
  }
  // "A booking is for one class": whom it is for is no state.
  const placed = values.value.some((one) =>
    PLACING.has(one.split(" ")[0]?.toLowerCase() ?? "")
  );
  if (placed) return undefined;
  return {
    value: [{ rule: "values", values: values.value }],
    end: values.end,
  };
}

const PLACING: ReadonlySet<string> = new Set(
  ["for", "of", "by", "about", "per", "between", "via", "with", "against"],
);

/** Makes statements of rules for the subjects of a clause; undefined when only some of them are entities. */
export function rulesFound(
  clause: Clause,
  rules: readonly Rule[],
  end: number,
): Found | undefined {
  const entities = clause.subjects.filter((one) => isEntity(one, clause.scope));
  const mixed = entities.length > 0 &&
    entities.length < clause.subjects.length;
  if (mixed) return undefined;
  const span = spanOf(clause.tokens, clause.at, end);
  return {
    statements: clause.subjects.map((subject) => ({
      kind: "rules",
      subject,
      rules,
      ...span,
    })),
    end,
    subjects: clause.subjects,
  };
}
