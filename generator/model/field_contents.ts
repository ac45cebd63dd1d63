/**
 * What only fields of some types have: slugs, durations, objects and files.
 *
 * @module
 */
import type { FieldModel } from "./system_model.ts";

/** What a field holds that is a slug, a duration, an object, a list of objects or a file. */
export interface FieldContents {
  /** Whether a slug is made anew when what it is made of changes. */
  readonly follows?: true;
  /** The shortest duration. */
  readonly shortest?: string;
  /** The longest duration. */
  readonly longest?: string;
  /** The members of an object, or of each object in a list. */
  readonly members?: readonly FieldModel[];
  /** The name of the type of such an object. */
  readonly objectName?: string;
  /** The most bytes of a file. */
  readonly maxSize?: number;
  /** The media types of a file; any when there are none. */
  readonly accept?: readonly string[];
}
