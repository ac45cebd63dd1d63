/**
 * Holds a migration of a model's to the rendered one: it makes exactly the same tables, indexes, triggers and views.
 *
 * @module
 */
import { shownText } from "../confine/shown_text.ts";
import type { AnswerFault } from "./scan_behavior.ts";

/**
 * Finds where a migration says something else than the rendered one. Statements are compared word by word, without the comments
 * and the white space between them, and none is executed: what a database would make of them is the same then, on every engine,
 * and statements that write files or never end are not found out about by running them.
 */
export function scanMigration(
  path: string,
  text: string,
  rendered: string,
): readonly AnswerFault[] {
  const found = wordsOf(text);
  const wanted = wordsOf(rendered);
  const at = found.findIndex(({ word }, index) => word !== wanted[index]?.word);
  if (at < 0 && found.length === wanted.length) return [];
  const own = found[at];
  const other = at < 0 ? wanted[found.length] : wanted[at];
  return [{
    place: `${path}:${own?.line ?? text.split("\n").length}`,
    cause: `found ${shown(own)}, wanted ${
      shown(other)
    }: a migration makes exactly the tables and indexes of the rendered one`,
  }];
}

function shown(one: SqlWord | undefined): string {
  return one ? shownText(one.word, LONGEST) : "its end";
}

interface SqlWord {
  readonly word: string;
  readonly line: number;
}

/** Words, texts and signs; a comment that engines read differently is a word as well, so that it is none of the rendered. */
function wordsOf(sql: string): readonly SqlWord[] {
  return [...sql.matchAll(WORD)]
    .filter(([found]) => !SPACE.test(found))
    .map(({ 0: found, index }) => ({
      word: /^\w/.test(found) ? found.toLowerCase() : found,
      line: sql.slice(0, index).split("\n").length,
    }));
}

const COMMENT =
  /--[^\r\n\p{Cc}\p{Cf}]*(?=\n|$)|\/\*(?:(?!\*\/|\/\*)[^\p{Cc}\p{Cf}]|\n)*\*\//u;

/** What is left out: nothing in it begins another comment, and no character of it ends the text. */
const SPACE = new RegExp(`^(?:[ \\t\\n]+|${COMMENT.source})$`, "u");

const WORD = new RegExp(
  `[ \\t\\n]+|${COMMENT.source}|'(?:[^']|'')*'|"(?:[^"]|"")*"|\\w+|.|\\s`,
  "gsu",
);

const LONGEST = 60;
