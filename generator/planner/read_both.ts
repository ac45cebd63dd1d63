/**
 * Reads what is said of the fields that were just listed: "Both are required", "All of them must be unique".
 *
 * @module
 */
import { ALL_FIELDS, BOTH_FIELDS } from "./lexicon_rules.ts";
import { skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readGroup } from "./predicate.ts";
import { readNegatedRule, readRule } from "./rules.ts";
import { type Found, type Scope, spanOf } from "./scope.ts";
import type { Noun, Rule, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a rule of the two fields last listed, or of all of them. */
export function readBoth(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const said = readWhich(tokens, at);
  const group = said && readGroup(tokens, said.end);
  if (said === undefined || group?.value.verb !== "be" || group.value.only) {
    if (said?.joined !== true) return undefined;
  }
  const first = group?.end ?? said.end;
  const rules = readRules(tokens, first, group?.value.negated ?? false);
  if (rules === undefined) return undefined;
  const span = spanOf(tokens, at, rules.end);
  const { end } = rules;
  const fields = scope.fields ?? [];
  const several = scope.known.size > 1 && said.everything;
  if (fields.length < 2 || several) {
    return { statements: [], missed: [span], end };
  }
  const meant = said.all ? fields : fields.slice(-2);
  const statements = meant.map((subject): Statement => ({
    kind: "rules",
    subject,
    rules: rules.value,
    ...span,
  }));
  return { statements, end };
}

/** Returns the fields a list of statements names last, each with what it belongs to. */
export function lastFields(
  statements: readonly Statement[],
): readonly Noun[] | undefined {
  const fields = statements.findLast((one) =>
    one.kind === "fields" && !one.loose
  );
  if (fields?.kind !== "fields") return undefined;
  const { owner } = fields;
  return fields.items.map(({ noun }) => owner ? { ...noun, owner } : noun);
}

interface Which {
  readonly all: boolean;
  /** It may mean more than the last list. */
  readonly everything: boolean;
  /** The verb stands before: "they are both". */
  readonly joined: boolean;
  readonly end: number;
}

function readWhich(
  tokens: readonly Token[],
  at: number,
): Which | undefined {
  for (const { pattern, makes } of [...BOTH_FIELDS, ...ALL_FIELDS]) {
    const match = matchPattern(pattern, tokens, at);
    if (match === undefined) continue;
    return { ...makes, end: match.end };
  }
  return undefined;
}

function readRules(
  tokens: readonly Token[],
  at: number,
  negated: boolean,
): { value: readonly Rule[]; end: number } | undefined {
  const value: Rule[] = [];
  let end = at;
  for (let next = at; next < tokens.length;) {
    const rule = negated && next === at
      ? readNegatedRule(tokens, next)
      : readRule(tokens, next);
    if (rule === undefined) break;
    value.push(...rule.value);
    end = rule.end;
    next = skipListMark(tokens, end);
    if (next === end) break;
  }
  return value.length > 0 ? { value, end } : undefined;
}
