/**
 * Diagnostics for people: the message, the place, the line with a caret under it, and what to do.
 *
 * @module
 */
import type { Diagnostic, SourcePosition } from "../diagnostic.ts";
import { visible } from "./quoted.ts";

/**
 * Renders diagnostics about a text, one block each with an empty line between; ends without a line break.
 *
 * What is shown of the text is safe on a terminal: control and direction characters are escaped, long lines cut.
 *
 * @example The shape of a block
 * ```text
 * error[AC302]: Cannot use "strng" as a field type: found no such field type
 *  --> tasks.yaml:5:22
 *   |
 * 5 |       title: { type: strng }
 *   |                      ^^^^^
 *   = help: write "string"
 * ```
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  text: string,
  fileName: string,
): string {
  const lines = text.split(/\r\n|[\n\r]/);
  return diagnostics.map((diagnostic) => block(diagnostic, lines, fileName))
    .join("\n\n");
}

function block(
  diagnostic: Diagnostic,
  lines: readonly string[],
  fileName: string,
): string {
  const { position, hint } = diagnostic;
  const gutter = " ".repeat(String(position?.line ?? "").length);
  const file = visible(fileName);
  const rows = [
    `${diagnostic.severity}[${diagnostic.code}]: ${
      visible(diagnostic.message)
    }`,
  ];
  if (position) {
    rows.push(`${gutter}--> ${file}:${position.line}:${position.column}`);
    rows.push(...excerpt(position, lines, gutter));
  } else if (diagnostic.path) {
    rows.push(`${gutter}--> ${file}: ${visible(diagnostic.path)}`);
  }
  if (hint) rows.push(`${gutter} = help: ${visible(hint)}`);
  return rows.join("\n");
}

function excerpt(
  position: SourcePosition,
  lines: readonly string[],
  gutter: string,
): readonly string[] {
  const line = lines[position.line - 1];
  if (line === undefined) return [];
  const start = Math.min(position.column - 1, line.length);
  const end = Math.min(line.length, start + (position.length ?? 1));
  const cut = Math.max(0, start - BEFORE);
  const before = (cut > 0 ? "…" : "") + shown(line.slice(cut, start));
  const marked = shown(line.slice(start, Math.min(end, start + MOST_MARKED)));
  const rest = line.slice(end);
  const after = shown(rest.slice(0, AFTER)) + (rest.length > AFTER ? "…" : "");
  const code = `${before}${marked}${after}`.trimEnd();
  const caret = " ".repeat(width(before)) +
    "^".repeat(Math.max(1, width(marked)));
  return [
    `${gutter} |`,
    `${position.line} | ${code}`.trimEnd(),
    `${gutter} | ${caret}`,
  ];
}

function shown(text: string): string {
  return visible(text.replaceAll("\t", " "));
}

/** Counts the columns a text takes on a terminal. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

const BEFORE = 60;
const AFTER = 40;
const MOST_MARKED = 60;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
