/**
 * Tells where and why a text is no TypeScript.
 *
 * @module
 */

/** Where a text stops being TypeScript. */
export interface SyntaxFault {
  /** What is wrong there. */
  readonly reason: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Reads the place out of an error of the parser; any other error is thrown on. */
export function syntaxFault(error: unknown): SyntaxFault {
  if (!(error instanceof SyntaxError)) throw error;
  const [place, line = 1, column = 0] =
    / \((\d+):(\d+)\)$/.exec(error.message) ?? [""];
  return {
    reason: error.message.slice(0, error.message.length - place.length),
    line: Number(line),
    column: Number(column) + 1,
  };
}
