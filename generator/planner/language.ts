/**
 * Tells sentences in other languages from English ones, by the small words that hold them together.
 *
 * @module
 */
import { FILLER, NOUN_STOPS } from "./lexicon_words.ts";
import { FOREIGN_WORDS } from "./lexicon_foreign.ts";
import type { Token } from "./tokens.ts";

/**
 * Reports whether the small words of a sentence are mostly those of one other language, or its letters are not Latin;
 * a word that binds no other, such as a code between commas, does not count.
 */
export function isForeign(tokens: readonly Token[]): boolean {
  const words = tokens.filter((one) => one.kind === "word");
  const strange = words.filter((one) => NOT_LATIN.test(one.text)).length;
  if (strange > 1 && strange * 2 > words.length) return true;
  const english = words.filter((one) => isEnglish(one.lower)).length;
  const binding = tokens.filter((one, i) =>
    one.kind === "word" && tokens[i + 1]?.kind === "word"
  );
  return FOREIGN_WORDS.some((language) => {
    const own = binding.filter(({ lower }) =>
      language.has(lower) && !isEnglish(lower)
    ).length;
    return own > 1 && own > english;
  });
}

function isEnglish(word: string): boolean {
  return NOUN_STOPS.has(word) || FILLER.has(word) || SHARED.has(word);
}

/** English words that are small words elsewhere. */
const SHARED: ReadonlySet<string> = new Set(
  "die son van dove sin des ha tem pas est pode debe cada mis dos".split(" "),
);
const NOT_LATIN = /^[^\p{Script=Latin}\d]*\p{L}[^\p{Script=Latin}]*$/u;
