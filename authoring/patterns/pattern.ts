/**
 * A pattern: a good body for a behaviour, with its types and its tests, as a model is shown it.
 *
 * @module
 */

import type { BehaviorKind } from "../../generator/authored/behaviors.ts";

/** A behaviour and what was written for it. */
export interface Pattern {
  /** Its name in snake_case; its file is named after it. */
  readonly name: string;
  /** The path of the logic in its blueprint, such as `entities.parcel.fields.shipping.computed`. */
  readonly unit: string;
  /** What it does, in the words of whoever asked for it. */
  readonly behavior: string;
  /** The part of a blueprint that it is about, without the logic itself. */
  readonly blueprint: Readonly<Record<string, unknown>>;
  /** The function's head, without its body. */
  readonly signature: string;
  /** The statements of the function. */
  readonly body: string;
  /** The module that tests it. */
  readonly test: string;
}

/** Tells what kind of logic stands at a path of a blueprint; undefined where none can. */
export function kindOf(unit: string): BehaviorKind | undefined {
  return FORMS.find(([form]) => form.test(unit))?.[1];
}

const FORMS: readonly (readonly [RegExp, BehaviorKind])[] = [
  [
    /^entities\.[a-z][a-z0-9_]*\.fields\.[a-z][a-zA-Z0-9]*\.computed$/,
    "computed",
  ],
  [/^entities\.[a-z][a-z0-9_]*\.actions\.[a-z][a-z0-9_]*\.guard$/, "guard"],
  [/^entities\.[a-z][a-z0-9_]*\.actions\.[a-z][a-z0-9_]*$/, "action"],
  [
    /^entities\.[a-z][a-z0-9_]*\.hooks\.(?:before|after)(?:Create|Update|Delete)$/,
    "hook",
  ],
  [/^endpoints\.[a-z][a-z0-9_]*$/, "endpoint"],
];
