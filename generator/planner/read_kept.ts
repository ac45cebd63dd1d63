/**
 * Reads for how long something is kept: "Keep readings for 90 days".
 *
 * @module
 */
import { thingAt } from "./chosen_thing.ts";
import type { Feature } from "./feature.ts";
import { RESTRICTING } from "./lexicon_words.ts";
import { matchPattern } from "./pattern.ts";
import { readDuration } from "./read_duration.ts";
import { type Found, type Scope, spanOf } from "./scope.ts";
import type { Token } from "./tokens.ts";

type Schedule = Extract<Feature, { is: "schedule" }>;

/** "Keep readings for 90 days": what is older is deleted. */
export function readKept(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const active = matchPattern("keep|retain", tokens, at);
  const of = thingAt(tokens, active?.end ?? at, scope);
  if (of === undefined || of.before.length > 0) return undefined;
  const mark = matchPattern(
    active ? KEPT_FOR : `$be|$must? be? kept|retained ${KEPT_FOR}`,
    tokens,
    of.end,
  );
  const ago = mark && readDuration(tokens, mark.end);
  const next = tokens[ago?.end ?? 0];
  if (!ago || next !== undefined && !ENDING.has(next.lower)) return undefined;
  if (excepts(tokens, ago.end)) return undefined;
  const feature: Schedule = {
    is: "schedule",
    of: of.of,
    deed: "delete",
    conditions: [{ is: "age", since: "made", ago: ago.value }],
  };
  const span = spanOf(tokens, at, ago.end);
  return {
    statements: [{ kind: "feature", feature, ...span }],
    end: ago.end,
    subjects: [of.of],
  };
}

const KEPT_FOR = "only? for only|at_most|no_longer_than|up_to|max|maximum?";

/** Reports whether the rest of a sentence takes something back: ", but not urgent ones". */
export function excepts(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at).some(({ lower }) =>
    lower === "but" || RESTRICTING.has(lower)
  );
}

/** Marks and words at which a clause about a schedule ends. */
export const ENDING: ReadonlySet<string> = new Set(
  [".", ";", "!", "?", "but", "so", ")"],
);
