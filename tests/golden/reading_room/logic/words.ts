/**
 * What a word is.
 *
 * @module
 */

/** Counts the words of a text. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}
