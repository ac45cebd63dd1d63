/**
 * Makes a model's text fit to be shown.
 *
 * @module
 */

/** Gives a text in one line, cut, without characters that are not seen, turn the direction of text or steer a terminal. */
export function shownText(text: string, longest: number): string {
  const line = text.slice(0, longest * 2).toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "?");
  return line.length > longest || text.length > longest * 2
    ? `${line.slice(0, longest)}…`
    : line;
}
