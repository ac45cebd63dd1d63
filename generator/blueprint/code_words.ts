/**
 * The words of a piece of TypeScript that are code: no comment, no text, no member behind a dot.
 *
 * It is a lexer and no parser: whether the code is correct is for the formatter and the compiler to say.
 *
 * @module
 */

/** A word of code, and where it begins in the text; both numbers count from 1. */
export interface CodeWord {
  /** The identifier, keyword or number. */
  readonly word: string;
  /** Its line. */
  readonly line: number;
  /** Its column, in UTF-16 code units. */
  readonly column: number;
}

/** Lists the words of a text that are code; `${…}` in a template is, the rest of it is not. */
export function codeWords(text: string): readonly CodeWord[] {
  const words: CodeWord[] = [];
  /** For each template that is open, how many braces are open in its `${`. */
  const templates: number[] = [];
  let before = "";
  for (let index = 0; index < text.length;) {
    const rest = text.slice(index, index + MAX_TOKEN);
    if (templates.at(-1) === TEXT) {
      index += templateText(text, index, templates);
      before = "}";
      continue;
    }
    const skipped = SPACE.exec(rest)?.[0] ?? commentAt(text, index) ??
      textAt(rest) ?? (mayDivide(before) ? undefined : REGEX.exec(rest)?.[0]);
    if (skipped !== undefined) {
      index += skipped.length;
      if (!/^(\s|\/[/*])/.test(skipped)) before = '"';
      continue;
    }
    const word = WORD.exec(rest)?.[0];
    if (word !== undefined) {
      if (before !== ".") words.push({ word, ...placeOf(text, index) });
      before = word;
      index += word.length;
      continue;
    }
    const sign = rest.startsWith(SPREAD) ? SPREAD : text.charAt(index);
    index += sign.length;
    if (sign === "`") templates.push(TEXT);
    const open = templates.length - 1;
    if (open >= 0 && sign === "{") templates[open] = (templates[open] ?? 0) + 1;
    if (open >= 0 && sign === "}") {
      templates[open] = (templates[open] ?? 0) - 1;
    }
    before = sign;
  }
  return words;
}

/** Skips the text of a template up to its end or its next `${`; says how many characters that are. */
function templateText(
  text: string,
  start: number,
  templates: number[],
): number {
  for (let index = start; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === "`") {
      templates.pop();
      return index + 1 - start;
    } else if (text.startsWith("${", index)) {
      templates[templates.length - 1] = 1;
      return index + 2 - start;
    }
  }
  return text.length - start;
}

function commentAt(text: string, index: number): string | undefined {
  if (text.startsWith("//", index)) {
    const end = text.indexOf("\n", index);
    return text.slice(index, end < 0 ? undefined : end);
  }
  if (!text.startsWith("/*", index)) return undefined;
  const end = text.indexOf("*/", index + 2);
  return text.slice(index, end < 0 ? undefined : end + 2);
}

function textAt(rest: string): string | undefined {
  return QUOTED.exec(rest)?.[0];
}

/** Tells whether `/` divides behind this; elsewhere it begins a regular expression. */
function mayDivide(before: string): boolean {
  return /[\w$)\]}"]$/.test(before) && !BEFORE_REGEX.has(before);
}

function placeOf(text: string, index: number): Omit<CodeWord, "word"> {
  const lines = text.slice(0, index).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Stands for a template of which the text is read, not what is in its `${}`. */
const TEXT = 0;
/** What stands behind it is no member. */
const SPREAD = "...";
const SPACE = /^\s+/;
const WORD = /^[\p{ID_Start}$_#\d][\p{ID_Continue}$\u200c\u200d]*/u;
const QUOTED = /^("([^"\\\n]|\\[^])*"?|'([^'\\\n]|\\[^])*'?)/;
const REGEX = /^\/(?![*/])([^/\\[\n]|\\.|\[([^\]\\\n]|\\.)*\])+\/\w*/;
const BEFORE_REGEX: ReadonlySet<string> = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "do",
  "else",
  "void",
  "throw",
  "await",
]);
/** Longest token that is told apart; the whole text is at most this long. */
const MAX_TOKEN = 20_000;
