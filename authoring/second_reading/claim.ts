/**
 * A claim of a second reading with its test, as data.
 *
 * @module
 */
import type { StepPurpose } from "../../validation/second_reading.ts";

/** How a member of an answer is looked at. */
export const RELATIONS = [
  "equals",
  "differs",
  "present",
  "absent",
  "length",
  "includes",
  "above",
  "below",
] as const;

/** How a member of an answer is looked at. */
export type Relation = typeof RELATIONS[number];

/** A value that has no members. */
export type Scalar = string | number | boolean | null;

/** What a member of an answer has to be. */
export interface Expectation {
  /** Its path, such as `items.0.title`; `*` stands for every element, nothing for the whole answer. */
  readonly member: string;
  /** How it is looked at. */
  readonly is: Relation;
  /** What it is compared with; nothing for `present` and `absent`. */
  readonly value: Scalar;
}

/** A name with a text. */
export interface NamedText {
  readonly name: string;
  readonly value: string;
}

/** One request of a test. */
export interface ClaimStep {
  /** Whether it prepares what is to be seen, or shows it. */
  readonly purpose: StepPurpose;
  /** Who sends it. */
  readonly as: string;
  /** The method, in capitals. */
  readonly method: string;
  /** The path as the OpenAPI document has it, with its places in braces. */
  readonly path: string;
  /** What stands in those places. */
  readonly params: readonly NamedText[];
  /** What stands in its query. */
  readonly query: readonly NamedText[];
  /** Its headers, of those that the operation knows. */
  readonly headers: readonly NamedText[];
  /** What is sent as JSON; undefined for nothing. */
  readonly body: unknown;
  /** The status that the answer has to have. */
  readonly status: number;
  /** What else has to be so. */
  readonly expect: readonly Expectation[];
  /** Members of the answer that later steps use. */
  readonly save: readonly { readonly name: string; readonly member: string }[];
}

/** A claim as it was answered. */
export interface Claim {
  /** The words of the request. */
  readonly quote: string;
  /** What its test shows. */
  readonly shows: string;
  /** The test. */
  readonly steps: readonly ClaimStep[];
}

/** Something that was to be a claim and cannot be read as one. */
export interface UnreadableClaim {
  readonly quote: string;
  readonly shows: string;
  /** What is wrong with it. */
  readonly fault: string;
}

/** Tells whether a value has no members. */
export function isScalar(value: unknown): value is Scalar {
  return value === null ||
    ["string", "number", "boolean"].includes(typeof value);
}
