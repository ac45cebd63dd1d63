/**
 * The words of a text, for full-text search. They are made here for every engine, so that all of them find the same:
 * the engines keep and look up words, and never take a text apart themselves.
 *
 * @module
 */

/**
 * Lists the different words of a text: runs of Unicode letters and digits, without case and diacritics.
 *
 * What is compatible is the same (NFKD): `ﬁne` is `fine`, `É` is `e`, `ß` is `ss`. A word counts up to its first
 * 64 characters, a text up to 200,000 characters of different words.
 */
export function searchWords(text: string): readonly string[] {
  const words = new Set<string>();
  let left = MAX_LETTERS;
  for (const [run] of folded(text).matchAll(RUNS)) {
    const word = run.length > MAX_WORD
      ? [...run].slice(0, MAX_WORD).join("")
      : run;
    if (words.has(word)) continue;
    left -= word.length;
    if (left < 0) break;
    words.add(word);
  }
  return [...words];
}

/**
 * Lower case, upper and lower again, so that what has more than one form in a case has one, as ß and ẞ have; σ has
 * another at the end of a word.
 */
function folded(text: string): string {
  return text.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase()
    .normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ς", "σ");
}

const RUNS = /[\p{L}\p{N}]+/gu;
const MAX_WORD = 64;
/** Of three bytes each at most, with room to spare in the megabyte that a `tsvector` may have. */
const MAX_LETTERS = 200_000;
