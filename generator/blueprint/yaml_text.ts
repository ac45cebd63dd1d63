/**
 * YAML texts for values: plain where every YAML reader agrees on it, else in double quotes.
 *
 * @module
 */

/** What can be written on one line. */
export type FlowValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly FlowValue[]
  | { readonly [key: string]: FlowValue };

/** Writes a text, number, boolean or null. */
export function scalar(value: string | number | boolean | null): string {
  if (typeof value !== "string") {
    return Object.is(value, -0) ? "0" : String(value);
  }
  if (PLAIN.test(value) && !AMBIGUOUS.test(value)) return value;
  return JSON.stringify(value).replace(
    ESCAPED,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Writes a mapping on one line; keys without a value are left out. */
export function flowMap(value: object): string {
  const entries = Object.entries(value as Readonly<Record<string, FlowValue>>)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${scalar(key)}: ${flow(member)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** Writes a list on one line. */
export function flowList(items: readonly FlowValue[]): string {
  return `[${items.map(flow).join(", ")}]`;
}

function flow(value: FlowValue): string {
  if (value === undefined) return "null";
  if (value === null || typeof value !== "object") return scalar(value);
  return isList(value) ? flowList(value) : flowMap(value);
}

function isList(value: object): value is readonly FlowValue[] {
  return Array.isArray(value);
}

/** Words joined by single spaces that begin with a letter; `$now`; a path such as `autocoder/v1`. */
const PLAIN =
  /^(\$now|[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9(][A-Za-z0-9_./()-]*)*)$/;
/** What some version of YAML reads as something else than text. */
const AMBIGUOUS = /^(true|false|null|yes|no|on|off|y|n)$/i;
/** What is invisible in a file; halves of surrogate pairs are escaped by JSON already. */
const ESCAPED =
  /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
