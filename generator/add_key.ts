/**
 * Adds a key to a mapping of a blueprint's text.
 *
 * @module
 */
import type { KeyAddition, SourcePosition } from "./diagnostic.ts";
import type { SourcePositions } from "./blueprint/diagnostic_list.ts";

/** A text with one key more. */
export interface TextWithKey {
  /** The text. */
  readonly text: string;
  /** Where it was added. */
  readonly position: SourcePosition;
}

/** Adds a key as the mapping is written: in braces, or on a line of its own; undefined where there is no place for it. */
export function addKey(
  text: string,
  { path, key, value }: KeyAddition,
  positions: SourcePositions,
): TextWithKey | undefined {
  const lines = text.split("\n");
  const blank = positions.get(`${path}.${key}`)?.key;
  const position = blank ?? positions.get(path)?.value;
  const line = lines[(position?.line ?? 0) - 1];
  if (!position || line === undefined) return undefined;
  const [before, rest] = [
    line.slice(0, position.column - 1),
    line.slice(position.column - 1),
  ];
  const written = blank
    ? behindKey(rest, value)
    : rest.startsWith("{")
    ? inBraces(rest, `${key}: ${value}`)
    : aboveKey(before, rest, `${key}: ${value}`);
  return written === undefined ? undefined : {
    text: lines.with(position.line - 1, before + written).join("\n"),
    position,
  };
}

function behindKey(rest: string, value: string): string | undefined {
  const key = /^(?:[\w-]+|"[^"]*"|'[^']*')\s*:(?=\s|$)/.exec(rest)?.[0];
  return key === undefined
    ? undefined
    : `${key} ${value}${rest.slice(key.length)}`;
}

function inBraces(rest: string, entry: string): string {
  const inner = rest.slice(1);
  if (/^\s*\}/.test(inner)) return `{ ${entry} ${inner.trimStart()}`;
  return inner.startsWith(" ") ? `{ ${entry},${inner}` : `{${entry}, ${inner}`;
}

/** What begins a mapping may stand behind the dash of a list. */
function aboveKey(
  before: string,
  rest: string,
  entry: string,
): string | undefined {
  if (!/^\s*(?:- +)*$/.test(before)) return undefined;
  const lineEnd = rest.endsWith("\r") ? "\r\n" : "\n";
  return `${entry}${lineEnd}${" ".repeat(before.length)}${rest}`;
}
