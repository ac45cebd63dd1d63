/**
 * Reads clauses that relate any number of one thing to any number of another.
 *
 * @module
 */
import { hasFieldHint } from "./field_type.ts";
import { isPlural } from "./inflection.ts";
import { MANY_OF, MANY_TO_MANY } from "./lexicon_links.ts";
import { readNoun, readNouns } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readGroup } from "./predicate.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** "Songs can be in many playlists", "a student can enrol in many courses": the latter counts where the other end is said, too. */
export function readMany(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readBothWays(tokens, at, scope) ?? readOneWay(tokens, at, scope);
}

function readBothWays(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const row of MANY_TO_MANY) {
    const match = matchPattern(row, tokens, at);
    const { from, to } = match?.value.nouns ?? {};
    if (!match || !from || !to || !isEntity(from, scope)) continue;
    const strong = isThings(to);
    if (!strong && !isEntity(to, scope)) continue;
    const span = spanOf(tokens, at, match.end);
    const one = {
      kind: "relation",
      many: true,
      ...(strong ? {} : { weak: true }),
    } as const;
    return {
      statements: [
        { ...one, from, to, ...span },
        { ...one, from: to, to: from, ...span },
      ],
      end: match.end,
      subjects: [from],
    };
  }
  return undefined;
}

function isThings({ words, owner, pronoun }: Noun): boolean {
  return !owner && !pronoun && words.length < 3 &&
    isPlural(words.at(-1) ?? "") && !hasFieldHint(words);
}

function readOneWay(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const { value: to, end } of readNouns(tokens, at)) {
    if (!isEntity(to, scope)) continue;
    const group = readGroup(tokens, end);
    if (group?.value.negated || group?.value.only) return undefined;
    const verb = group?.value.verb === "none" ? group.end : end;
    if (group !== undefined && group.value.verb !== "none") continue;
    if (tokens[verb]?.kind !== "word") continue;
    for (const row of MANY_OF) {
      const many = matchPattern(row, tokens, verb + 1);
      const from = many && objectOf(tokens, many.end, scope);
      if (!from) continue;
      const span = spanOf(tokens, at, from.end);
      const relation: Statement = {
        kind: "relation",
        from: from.value,
        to,
        many: true,
        half: true,
        weak: true,
        ...span,
      };
      // Whatever the verb is: that there are many is what counts.
      const note: Statement = { kind: "note", phrase: "", ...span };
      return { statements: [relation, note], end: from.end, subjects: [to] };
    }
  }
  return undefined;
}

function objectOf(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): { value: Noun; end: number } | undefined {
  const noun = readNoun(tokens, at);
  return noun && isEntity(noun.value, scope) ? noun : undefined;
}
