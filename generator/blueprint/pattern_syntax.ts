/**
 * Regular expressions as trees, as far as it takes to tell how long they may run.
 *
 * @module
 */

/** A part of a regular expression. */
export type PatternNode =
  | {
    /** One character of a set, by the source of an expression that matches it. */
    readonly kind: "set";
    readonly source: string;
  }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly items: readonly PatternNode[] }
  | {
    readonly kind: "repeat";
    readonly item: PatternNode;
    readonly min: number;
    readonly max: number;
  }
  | { readonly kind: "look"; readonly item: PatternNode };

/** Reads a regular expression that compiles with the flag `u`; a text says which part of it is not allowed. */
export function readPattern(pattern: string): PatternNode | string {
  const reading: Reading = { source: pattern, at: 0, depth: 0 };
  try {
    return readChoice(reading);
  } catch (error) {
    if (error instanceof PatternPartRefused) return error.part;
    throw error;
  }
}

class PatternPartRefused extends Error {
  constructor(readonly part: string) {
    super(part);
  }
}

interface Reading {
  readonly source: string;
  at: number;
  depth: number;
}

function readChoice(reading: Reading): PatternNode {
  if (++reading.depth > MAX_DEPTH) {
    throw new PatternPartRefused("groups nested too deeply");
  }
  const items = [readSequence(reading)];
  while (reading.source[reading.at] === "|") {
    reading.at++;
    items.push(readSequence(reading));
  }
  reading.depth--;
  const [only] = items;
  return only && items.length === 1 ? only : { kind: "choice", items };
}

function readSequence(reading: Reading): PatternNode {
  const items: PatternNode[] = [];
  while (reading.at < reading.source.length) {
    const next = reading.source[reading.at];
    if (next === "|" || next === ")") break;
    const item = readItem(reading);
    items.push(readQuantifier(item, reading));
  }
  return { kind: "sequence", items };
}

function readItem(reading: Reading): PatternNode {
  const { source, at } = reading;
  const next = source[at];
  if (next === "(") return readGroup(reading);
  if (next === "^" || next === "$") return take(reading, 1, NOTHING);
  if (next === "[") return takeSet(reading, /\[(?:\\.|[^\]\\])*\]/suy);
  if (next !== "\\") return takeSet(reading, /./suy);
  const escaped = source[at + 1] ?? "";
  if (escaped === "b" || escaped === "B") return take(reading, 2, NOTHING);
  if (/[1-9k]/.test(escaped)) throw new PatternPartRefused("a backreference");
  return takeSet(
    reading,
    /\\(?:[pPu]\{[^}]*\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|.)/suy,
  );
}

function readGroup(reading: Reading): PatternNode {
  const opening = /\((?:\?(?::|=|!|<=|<!|<[^=!>][^>]*>))?/uy;
  opening.lastIndex = reading.at;
  const opened = opening.exec(reading.source)?.[0] ?? "(";
  reading.at += opened.length;
  if (opened === "(" && reading.source[reading.at] === "?") {
    throw new PatternPartRefused("a group with flags of its own");
  }
  const item = readChoice(reading);
  reading.at++; // the closing parenthesis, there because the pattern compiles
  return /^\(\?<?[=!]$/.test(opened) ? { kind: "look", item } : item;
}

function readQuantifier(item: PatternNode, reading: Reading): PatternNode {
  const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
  quantifier.lastIndex = reading.at;
  const found = quantifier.exec(reading.source);
  if (!found) return item;
  reading.at += found[0].length;
  const [, sign, low, comma, high] = found;
  if (sign !== undefined) {
    const max = sign === "?" ? 1 : Infinity;
    return { kind: "repeat", item, min: sign === "+" ? 1 : 0, max };
  }
  const min = Number(low);
  const max = comma === "" ? min : high === "" ? Infinity : Number(high);
  return { kind: "repeat", item, min, max };
}

function takeSet(reading: Reading, expression: RegExp): PatternNode {
  expression.lastIndex = reading.at;
  const source = expression.exec(reading.source)?.[0] ?? "";
  return take(reading, Math.max(1, source.length), { kind: "set", source });
}

function take(
  reading: Reading,
  length: number,
  node: PatternNode,
): PatternNode {
  reading.at += length;
  return node;
}

const MAX_DEPTH = 50;
const NOTHING: PatternNode = { kind: "sequence", items: [] };
