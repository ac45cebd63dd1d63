/**
 * Text in stores: what can be kept, its order and search, the same in every store engine.
 *
 * @module
 */

/** Compares two texts by code point, as SQLite does (`<` in JavaScript compares UTF-16 units). Negative if `a` comes first. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Makes a test for texts that contain `search`; the case of A to Z does not matter, as in SQLite's `lower`. */
export function containment(search: string): (text: string) => boolean {
  const pattern = search
    .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replace(
      /[A-Za-z]/g,
      (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
    );
  const expression = new RegExp(pattern);
  return (text) => expression.test(text);
}

/** Says whether a text can be stored: SQLite and PostgreSQL cannot return U+0000. */
export function isStorable(text: string): boolean {
  return !text.includes("\0");
}

/** Surrogates stand for the code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
