/**
 * Finds limits of how many there may be, which the language has no word for: they are quoted whole.
 *
 * @module
 */
import { matchPattern } from "./pattern.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads "a spot can have only one open session", "a member may have at most 5 loans" as not understood. */
export function readLimit(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const row of LIMITS) {
    const match = matchPattern(row, tokens, at);
    const { one, many } = match?.value.nouns ?? {};
    if (!match || !one || !many || !isEntity(one, scope)) continue;
    const last = { ...many, words: many.words.slice(-1) };
    if (!isEntity(many, scope) && !isEntity(last, scope)) continue;
    if (isPlain(many, tokens, match.end, scope)) continue;
    const missed = [spanOf(tokens, at, match.end)];
    return { statements: [], missed, end: match.end, subjects: [one] };
  }
  return undefined;
}

/** "A user has only one profile" says what belongs to what, which is understood. */
function isPlain(
  noun: Noun,
  tokens: readonly Token[],
  end: number,
  scope: Scope,
): boolean {
  const counted = tokens.slice(0, end).some(({ kind }) => kind === "number");
  return !counted && isEntity(noun, scope);
}

const LIMITS: readonly string[] = [
  "{E:one} $can|$must? $have|borrow|hold|take|make|book|own only|just|at_most|no_more_than|up_to|a_maximum_of {N:count} {E:many} at_a_time|at_once|at_the_same_time?",
  "{E:one} $can|$must? $have|borrow|hold|take|make|book|own only|just|at_most|no_more_than|up_to one|a_single {E:many} at_a_time|at_once|at_the_same_time?",
  "{E:one} $can|$must only $have|borrow|hold|take|make|book|own one|a_single {E:many} at_a_time|at_once|at_the_same_time?",
];
