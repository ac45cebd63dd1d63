/**
 * Tells words that may be left over from words that mean something.
 *
 * @module
 */
import { FILLER } from "./lexicon_words.ts";
import type { Token } from "./tokens.ts";

/** Reports whether nothing is lost when these tokens are left out. */
export function isFiller(
  tokens: readonly Token[],
  at: number,
  end: number,
): boolean {
  return tokens.slice(at, end).every((token) =>
    token.kind === "mark" || (token.kind === "word" && FILLER.has(token.lower))
  );
}
