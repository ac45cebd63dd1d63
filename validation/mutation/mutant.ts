/**
 * What a mutant is: one small change of one source file, that its tests should notice.
 *
 * @module
 */

/** What a mutant does to the source. */
export type OperatorName =
  | "condition negated"
  | "condition removed"
  | "comparison changed"
  | "logic changed"
  | "arithmetic changed"
  | "sign removed"
  | "boolean flipped"
  | "number moved"
  | "text emptied"
  | "pattern emptied"
  | "member dropped"
  | "element dropped"
  | "argument dropped"
  | "call dropped"
  | "statement removed"
  | "body emptied"
  | "body throws"
  | "sql condition removed"
  | "sql comparison changed"
  | "sql arithmetic changed"
  | "sql order turned"
  | "sql constraint removed";

/** A part of a source and what stands there instead. */
export interface Edit {
  /** What kind of change it is. */
  readonly operator: OperatorName;
  /** Where the part begins, in UTF-16 code units. */
  readonly start: number;
  /** Where it has ended. */
  readonly end: number;
  /** What stands there instead. */
  readonly replacement: string;
}

/** An edit of one file of a system. */
export interface Mutant extends Edit {
  /** The same for the same change of the same source: `file:start-end:replacement`. */
  readonly id: string;
  /** The file, relative to the system. */
  readonly file: string;
  /** The line of its start, from 1. */
  readonly line: number;
  /** What stood there, cut to a line. */
  readonly original: string;
  /** The line that it begins in. */
  readonly code: string;
  /** The member that it changes or drops; empty where it is none. */
  readonly member: string;
}

/** Makes the mutants of a file from edits of its text. Of two that give the same text, the first stays. */
export function mutantsOf(
  file: string,
  text: string,
  edits: readonly Edit[],
): Mutant[] {
  const mutants = new Map<string, Mutant>();
  for (const edit of edits) {
    const { start, end, replacement } = edit;
    const id = `${file}:${start}-${end}:${replacement}`;
    if (mutants.has(id) || text.slice(start, end) === replacement) continue;
    const line = text.slice(0, start).split("\n").length;
    const original = oneLine(text.slice(start, end));
    const code = text.split("\n")[line - 1]?.trim() ?? "";
    const member = memberAt(text.slice(0, start), original);
    mutants.set(id, { ...edit, id, file, line, original, code, member });
  }
  return [...mutants.values()];
}

/** Gives the text with the change in it. */
export function applyEdit(
  text: string,
  { start, end, replacement }: Edit,
): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Tells the change in a line: `components/a.ts:3 number moved: 200 → 201`. */
export function describeMutant(mutant: Mutant): string {
  const { file, line, operator, original, replacement } = mutant;
  const after = replacement.trim() === "" ? "nothing" : oneLine(replacement);
  return `${file}:${line} ${operator}: ${original} → ${after}`;
}

/** The name before the colon: of a value, of the list that it is in, or of what is dropped. */
function memberAt(before: string, original: string): string {
  const of = /(\w+):\s*(?:\[[^\]{}]*)?$/.exec(before);
  return (of ?? /^(\w+):/.exec(original))?.[1] ?? "";
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/^[ ,]+|[ ,]+$/g, "");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 90;
