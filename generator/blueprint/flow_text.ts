/**
 * Texts that stand on one line of the blueprint, bare or in quotes: which character of the text stands where.
 *
 * @module
 */

/** A text as it is written. */
export interface FlowText {
  /** The text itself. */
  readonly value: string;
  /** Where each of its characters begins in what is written, from 0; and where the last one ends. */
  readonly offsets: readonly number[];
}

/** Reads what is written on one line; undefined where it is no such text. */
export function readFlowText(written: string): FlowText | undefined {
  const quote = written[0];
  if (quote !== '"' && quote !== "'") {
    const offsets = Array.from({ length: written.length + 1 }, (_, at) => at);
    return { value: written, offsets };
  }
  if (written.length < 2 || written.at(-1) !== quote) return undefined;
  const end = written.length - 1;
  const offsets: number[] = [];
  let value = "";
  for (let at = 1; at < end;) {
    const [text, length] = quote === '"'
      ? escapedAt(written, at)
      : [written[at] ?? "", written.startsWith("''", at) ? 2 : 1];
    if (text === undefined || at + length > end) return undefined;
    for (let unit = 0; unit < text.length; unit++) offsets.push(at);
    value += text;
    at += length;
  }
  return { value, offsets: [...offsets, end] };
}

/** Writes a part of a text so that it may stand in what is written; undefined where only other quotes could hold it. */
export function writeFlowPart(
  part: string,
  written: string,
): string | undefined {
  if (written.startsWith('"')) return JSON.stringify(part).slice(1, -1);
  if (/[\n\r\t]/.test(part)) return undefined;
  if (written.startsWith("'")) return part.replaceAll("'", "''");
  // Nothing of which YAML could make more than a part of a bare text.
  return /^[\w$.() ]*$/.test(part) ? part : undefined;
}

/** The text that an escape or a character stands for, and how many characters it has. */
function escapedAt(
  written: string,
  at: number,
): readonly [string | undefined, number] {
  const first = written[at] ?? "";
  if (first !== "\\") return [first, 1];
  const letter = written[at + 1] ?? "";
  const digits = DIGITS[letter];
  if (digits === undefined) return [ESCAPES[letter], 2];
  const code = written.slice(at + 2, at + 2 + digits);
  const isCode = code.length === digits && /^[0-9A-Fa-f]+$/.test(code) &&
    Number.parseInt(code, 16) <= 0x10ffff;
  return isCode
    ? [String.fromCodePoint(Number.parseInt(code, 16)), 2 + digits]
    : [undefined, 2];
}

const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** YAML 1.2, 5.7. */
const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
