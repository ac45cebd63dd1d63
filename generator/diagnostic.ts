/**
 * What is wrong with an input, and where: the one shape every check before generation reports in.
 *
 * @module
 */

/** A place in a text: both numbers count from 1, columns in UTF-16 code units. */
export interface SourcePosition {
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1. */
  readonly column: number;
  /** How many columns the caret underlines. @default 1 */
  readonly length?: number;
}

/** How much a diagnostic weighs: an error stops generation, the others are told. */
export type Severity = "error" | "warning" | "assumed";

/** One finding about a blueprint or a request. */
export interface Diagnostic {
  /** Stable code such as `AC101`; documented in docs/DIAGNOSTICS.md. */
  readonly code: string;
  /** How much it weighs. */
  readonly severity: Severity;
  /** Action, value in quotes, colon, found versus wanted. */
  readonly message: string;
  /** The path inside the blueprint, such as `entities.task.fields.title.type`. */
  readonly path?: string;
  /** Where in the source text, when the text is known. */
  readonly position?: SourcePosition;
  /** What to do about it, such as the near name. */
  readonly hint?: string;
  /** What to put in place of the text at the position; missing where that is no plain slip of the pen. */
  readonly fix?: string;
  /** What lacks in a list, where exactly one thing fits. */
  readonly add?: ListAddition;
  /** The key that a mapping lacks, or behind which nothing stands. */
  readonly lacks?: string;
  /** What a mapping lacks, where exactly one value is possible. */
  readonly addKey?: KeyAddition;
}

/** A key that a mapping of the blueprint lacks. */
export interface KeyAddition {
  /** The mapping's path, such as `entities.task.fields.title`. */
  readonly path: string;
  /** The key. */
  readonly key: string;
  /** Its value, a bare word. */
  readonly value: string;
}

/** An item that a list of the blueprint lacks. */
export interface ListAddition {
  /** The list's path, such as `components.api.bindings`. */
  readonly path: string;
  /** The item, as YAML on one line. */
  readonly item: string;
}
