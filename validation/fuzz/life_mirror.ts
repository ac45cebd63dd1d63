/**
 * What must be there after a step of a life, as far as the steps tell.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { ApiOperation } from "./api_document.ts";
import type { ApiWords } from "./api_words.ts";
import { isKept, isSameValue } from "./written_value.ts";

/** What is not as it must be. */
export interface Mismatch {
  /** Tells it apart from others of the same operation. */
  readonly sort: string;
  readonly found: string;
  readonly wanted: string;
}

/** What was given must be there. */
export function lostValue(
  operation: ApiOperation,
  { given, shown, words }: {
    readonly given: JsonObject;
    readonly shown: JsonObject;
    readonly words: ApiWords;
  },
): Mismatch | undefined {
  for (const [name, value] of Object.entries(given)) {
    const field = words.field(operation, name);
    if (!field || !isKept(field) || !Object.hasOwn(shown, name)) continue;
    if (!isSameValue(value, shown[name], field)) {
      return {
        sort: `lost ${name}`,
        found: `found ${name} ${valueText(shown[name])}`,
        wanted: valueText(value),
      };
    }
  }
  return undefined;
}

/** What was not given must be as before. */
export function touchedValue(
  operation: ApiOperation,
  { before, shown, given, words }: {
    readonly before: JsonObject;
    readonly shown: JsonObject;
    readonly given: ReadonlySet<string>;
    readonly words: ApiWords;
  },
): Mismatch | undefined {
  for (const [name, value] of Object.entries(before)) {
    const field = words.field(operation, name);
    if (given.has(name) || !field || !isKept(field)) continue;
    if (valueText(value) !== valueText(shown[name])) {
      return {
        sort: `touched ${name}`,
        found: `found ${name} changed to ${valueText(shown[name])}`,
        wanted: `${valueText(value)}, as it was not given`,
      };
    }
  }
  return undefined;
}

/** Two looks at the same thing must show the same. */
export function differentValue(
  wanted: JsonObject,
  found: JsonObject,
  when: keyof typeof WHEN,
): Mismatch | undefined {
  const name = Object.keys({ ...wanted, ...found }).find((name) =>
    valueText(wanted[name]) !== valueText(found[name])
  );
  return name === undefined ? undefined : {
    sort: `${when} ${name}`,
    found: `found ${name} ${valueText(found[name])} when it was read${
      WHEN[when]
    }`,
    wanted: valueText(wanted[name]),
  };
}

/** The members that are the thing's own, without what comes of others. */
export function ownValues(
  shown: JsonObject,
  { get, words }: { readonly get: ApiOperation; readonly words: ApiWords },
): JsonObject {
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => {
      const field = words.field(get, name);
      return field !== undefined && !field.computation && !field.logic;
    }),
  );
}

/** Writes a value for a report; also what two values are compared by. */
export function valueText(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

const WHEN = {
  answer: " after the answer had said otherwise",
  refused: " after a refusal",
  restored: " after it was restored",
  later: " later, though nothing was done to it",
} as const;
