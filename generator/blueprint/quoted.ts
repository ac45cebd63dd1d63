/**
 * How messages quote what was found: one line, no invisible characters, not too long.
 *
 * @module
 */

/** Quotes a text for a message: control and direction characters escaped, cut after 60 characters. */
export function quoted(text: string): string {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return `"${visible(shown).replaceAll('"', '\\"')}"`;
}

/** Replaces characters that are invisible, end a line, turn the direction or are half of a pair by escapes. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (unit) => {
    const code = unit.charCodeAt(0);
    return SHORT[unit] ?? `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/**
 * Finds the first character that no text of a blueprint may have: controls (line feed, carriage return and tab
 * only where `multiline`), characters that turn the reading direction of code, halves of surrogate pairs.
 */
export function forbiddenCharacter(
  text: string,
  multiline: boolean,
): string | undefined {
  return (multiline ? FORBIDDEN_IN_LINES : FORBIDDEN).exec(text)?.[0];
}

const MAX_SHOWN = 60;
const SHORT: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
const HALF_PAIRS =
  "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";
const DIRECTION = "\\u202a-\\u202e\\u2066-\\u2069";
const HIDDEN = new RegExp(
  `[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028\\u2029\\u2060-\\u2064\\ufeff${DIRECTION}]|${HALF_PAIRS}`,
  "g",
);
const FORBIDDEN = new RegExp(
  `[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029${DIRECTION}]|${HALF_PAIRS}`,
);
const FORBIDDEN_IN_LINES = new RegExp(
  `[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029${DIRECTION}]|${HALF_PAIRS}`,
);
