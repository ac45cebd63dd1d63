/**
 * Reads a first sentence that only names the system: "Movie watchlist.", "Help desk for a school."
 *
 * @module
 */
import { CONTAINERS } from "./lexicon_domains.ts";
import { PLAIN_ADJECTIVES } from "./lexicon_words.ts";
import { readNoun, readNouns } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import { isActing } from "./system_contents.ts";
import type { Token } from "./tokens.ts";

/** "Movie watchlist.": a first sentence that is only a name is the system's. */
export function readTitle(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (scope.named || scope.subjects.length > 0 || at > 0) return undefined;
  const named = readNoun(tokens, at);
  const bare = readNouns(tokens, at).find(({ value }) => !value.owner);
  // "School library of instruments."
  const noun = named?.value.owner && isPlace(bare?.value.words.at(-1) ?? "")
    ? bare
    : named;
  const last = noun?.value.words.slice(-1) ?? [];
  const kept = noun !== undefined && isEntity(noun.value, scope) === false &&
    isEntity({ ...noun.value, words: last }, scope) &&
    !isActing(noun.value.words);
  const place = noun !== undefined && noun.value.number !== "many" &&
    isPlace(last[0] ?? "") && !isEntity(noun.value, scope);
  if (noun === undefined || (noun.value.number !== "open" && !kept && !place)) {
    return undefined;
  }
  // "Help desk for a school."
  const whom = noun.value.owner === undefined
    ? matchPattern("for a|an|the|our|my {E:whom}", tokens, noun.end) ??
      (place ? matchPattern("for|of {E:whom}", tokens, noun.end) : undefined)
    : undefined;
  const stop = whom?.end ?? noun.end;
  const whole = tokens[stop] === undefined || tokens[stop]?.text === ".";
  const { length } = noun.value.words;
  if (!whole || length < (place ? 1 : 2) || length > 3 || noun.value.owner) {
    return undefined;
  }
  const words = noun.value.words.filter((word) => !PLAIN_ADJECTIVES.has(word));
  const span = spanOf(tokens, at, stop);
  return { statements: [{ kind: "system", words, ...span }], end: stop };
}

/** "Forum.", "A discussion board." */
function isPlace(word: string): boolean {
  return CONTAINERS[word] !== undefined || PLACES.has(word);
}

/** What holds many things of a kind that its name does not say. */
const PLACES: ReadonlySet<string> = new Set(
  "board microblog network marketplace club community intranet archive list"
    .split(
      " ",
    ),
);
