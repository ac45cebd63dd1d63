/**
 * Reads things that record or link others: "a loan links a book and a member".
 *
 * @module
 */
import { LINKING_VERBS, RECORDING_VERBS } from "./lexicon_words.ts";
import { isPerson } from "./person.ts";
import { readNouns } from "./noun.ts";
import { readPredicateClause } from "./read_predicate.ts";
import { type Found, isEntity, type Scope } from "./scope.ts";
import type { Token } from "./tokens.ts";

/** Reads a thing with a verb that says what it has, as if it had it. */
export function readRecording(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const { value: noun, end } of readNouns(tokens, at)) {
    const verb = tokens[end];
    if (verb === undefined || !RECORDING_VERBS.has(verb.lower)) continue;
    if (noun.pronoun || noun.owner || isPerson(noun)) continue;
    const one = noun.number === "one" || isEntity(noun, scope);
    if (!one && !LINKING_VERBS.has(verb.lower) && noun.words.length < 2) {
      continue;
    }
    const having = tokens.with(end, { ...verb, text: "have", lower: "have" });
    return readPredicateClause(having, at, scope);
  }
  return undefined;
}
