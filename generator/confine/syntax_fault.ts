/**
 * Tells where and why a text is no TypeScript.
 *
 * @module
 */

import { shownText } from "./shown_text.ts";

/** Where a text stops being TypeScript. */
export interface SyntaxFault {
  /** What is wrong there. */
  readonly reason: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Reads the fault out of what the parser threw, or the tree's scopes; any other error is thrown on. */
export function syntaxFault(error: unknown): SyntaxFault {
  if (!(error instanceof Error)) throw error;
  const { message } = error;
  if (error instanceof RangeError && message.includes("call stack")) {
    return { reason: "it is nested too deeply", line: 1, column: 1 };
  }
  if (error instanceof TypeError && message.startsWith(TWICE)) {
    return { reason: shownText(message, LONGEST), line: 1, column: 1 };
  }
  if (!(error instanceof SyntaxError)) throw error;
  const [place, line = 1, column = 0] = / \((\d+):(\d+)\)$/.exec(message) ??
    [""];
  return {
    reason: shownText(
      message.slice(0, message.length - place.length),
      LONGEST,
    ),
    line: Number(line),
    column: Number(column) + 1,
  };
}

/** What Babel's scopes say of a name that is declared twice, as far as its parser lets it. */
const TWICE = "Duplicate declaration";
const LONGEST = 200;
