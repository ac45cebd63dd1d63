/**
 * Tells statements that restrict from those that add: a restriction of which a word was not understood would restrict
 * more than was said.
 *
 * @module
 */
import type { Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reports whether a statement takes something away or demands something, so that every word of it counts. */
export function isRestriction(statement: Statement): boolean {
  switch (statement.kind) {
    case "operations":
      return statement.mode === "refuse" || statement.mode === "only";
    case "rules":
    case "deletion":
      return true;
    case "action":
      return statement.when !== undefined || statement.only === true;
    case "feature":
      // What is done by itself is done to more than was said, too.
      return statement.feature.is === "schedule";
    default:
      return false;
  }
}

/** Returns what remains of a clause whose restrictions were not wholly understood: what it says of the system. */
export function withoutRestrictions(
  statements: readonly Statement[],
): readonly Statement[] {
  const named = statements.some((one) => one.kind === "system");
  return statements.filter((one) =>
    SYSTEMIC.has(one.kind) || (named && !isRestriction(one))
  );
}

/**
 * Takes the rules off the last field of statements that end with fields, for words follow that may belong to them.
 *
 * @return The statements and where the field starts; undefined when it has no rules
 */
export function withoutLastRules(
  statements: readonly Statement[],
): { statements: readonly Statement[]; start: number } | undefined {
  const last = statements.at(-1);
  const item = last?.kind === "fields" ? last.items.at(-1) : undefined;
  if (last?.kind !== "fields" || item === undefined) return undefined;
  const rules = item.rules.filter((one) => FREE_RULES.has(one.rule));
  if (rules.length === item.rules.length) return undefined;
  const items = [...last.items.slice(0, -1), { ...item, rules }];
  return {
    statements: [...statements.slice(0, -1), { ...last, items }],
    start: item.noun.start,
  };
}

/** Reports whether a token begins a condition or an exception. */
export function isCondition(token: Token | undefined): boolean {
  return CONDITIONS.has(token?.lower ?? "");
}

/** Rules that hold whatever else is said of a field. */
const FREE_RULES: ReadonlySet<string> = new Set(["type", "unit", "optional"]);

const SYSTEMIC: ReadonlySet<string> = new Set([
  "system",
  "store",
  "durability",
  "port",
]);

const CONDITIONS: ReadonlySet<string> = new Set(
  ("if when whenever unless until till once after before during within except excepting besides provided providing " +
    "depending where while only apart unlike")
    .split(" "),
);
