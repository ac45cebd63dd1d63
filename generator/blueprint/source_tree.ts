/**
 * A text as read: plain nodes that know where they stand, whatever syntax they came from.
 *
 * @module
 */
import type { SourcePosition } from "../diagnostic.ts";

/** A node of the text. */
export type SourceNode = SourceMap | SourceList | SourceScalar;

/** A mapping; keys are unique texts. */
export interface SourceMap {
  /** Tells the forms apart. */
  readonly kind: "mapping";
  /** Its entries, in order. */
  readonly entries: readonly SourceEntry[];
  /** Where it begins. */
  readonly position: SourcePosition;
}

/** An entry of a mapping. */
export interface SourceEntry {
  /** The key. */
  readonly key: string;
  /** Where the key stands. */
  readonly keyPosition: SourcePosition;
  /** What stands behind it. */
  readonly value: SourceNode;
}

/** A list. */
export interface SourceList {
  /** Tells the forms apart. */
  readonly kind: "list";
  /** Its items, in order. */
  readonly items: readonly SourceNode[];
  /** Where it begins. */
  readonly position: SourcePosition;
}

/** A single value. */
export interface SourceScalar {
  /** Tells the forms apart. */
  readonly kind: "scalar";
  /** The value by YAML's core schema. */
  readonly value: string | number | boolean | null;
  /** Where it stands. */
  readonly position: SourcePosition;
  /** Where the first character of a literal block (`|`) stands; each of its lines is one of the text's. */
  readonly block?: SourcePosition;
  /** A text as it is written, with its quotes, where it stands on one line. */
  readonly flow?: string;
}
