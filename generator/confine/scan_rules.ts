/**
 * What a module of a model's may use, and what a scan finds.
 *
 * @module
 */

/** What a module may use beside the language and what is pure of its built-ins. */
export interface ScanRules {
  /** The specifiers that it may import from, as they are written; types too. */
  readonly imports: readonly string[];
  /**
   * Further globals. With a dot, such as `Deno.test`, only this member, and only to be called.
   *
   * @default none
   */
  readonly globals?: readonly string[];
  /** The origins that the `fetch` which it is given reaches. @default it is given none */
  readonly fetches?: readonly string[];
  /** Whether loading it must do nothing: it declares functions, types and constant values. @default false */
  readonly pure?: boolean;
}

/** Something that a module may not hold. */
export interface ScanFinding {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What stands there, cut to a line. */
  readonly found: string;
  /** Why it may not stand there, and what may. */
  readonly why: string;
}

/** Takes what a rule finds: the place in the text, and why it may not stand there. */
export type Report = (
  place: { readonly start?: number | null; readonly end?: number | null },
  why: string,
) => void;
