/**
 * Holds an answer to what a test expects of its members.
 *
 * @module
 */
import { visible } from "../../generator/blueprint/quoted.ts";
import type { Expectation, Relation } from "./claim.ts";

/** What is expected once the values that were kept stand in it. */
export type FilledExpectation = Omit<Expectation, "value"> & {
  readonly value: unknown;
};

/** Says what is not as it was expected; undefined when all is. */
export function unmet(
  { member, is, value }: FilledExpectation,
  answer: unknown,
): string | undefined {
  const found = valuesAt(answer, member);
  if (typeof found === "string") return found;
  const { values, isEach } = found;
  const holds = RELATION[is];
  // "No element is" and "some element is" are what one wants to know of a list.
  const isMet = !isEach
    ? holds(values[0], value)
    : is === "absent" || is === "differs"
    ? values.every((one) => one === undefined || holds(one, value))
    : values.some((one) => holds(one, value));
  return isMet
    ? undefined
    : `${nameOf(member)} is ${isEach ? "among " : ""}${
      shown(isEach ? values : values[0])
    }, wanted: ${wantedText({ member, is, value })}`;
}

/** The one value at a path without `*`; undefined when there is none. */
export function valueAt(answer: unknown, member: string): unknown {
  const found = valuesAt(answer, member);
  return typeof found === "string" || found.isEach
    ? undefined
    : found.values[0];
}

/** Says in words what is expected. */
export function wantedText({ member, is, value }: FilledExpectation): string {
  const name = nameOf(member);
  if (is === "present" || is === "absent") return `${name} ${is}`;
  return `${name} ${is === "length" ? "has length" : is} ${shown(value)}`;
}

/** The values at a path, or why there is no such place. */
function valuesAt(
  answer: unknown,
  member: string,
): { readonly values: readonly unknown[]; readonly isEach: boolean } | string {
  const keys = member === "" ? [] : member.split(".");
  let values: readonly unknown[] = [answer];
  let isEach = false;
  for (const [i, key] of keys.entries()) {
    if (key !== "*") {
      values = values.map((value) => memberOf(value, key));
      continue;
    }
    const broken = values.find((value) => !Array.isArray(value));
    if (broken !== undefined || values.includes(undefined)) {
      return `${nameOf(keys.slice(0, i).join("."))} is ${
        shown(broken)
      }, wanted a list`;
    }
    values = values.flatMap((value) => Array.isArray(value) ? value : []);
    isEach = true;
  }
  return { values, isEach };
}

/** Members of its own alone: what every object inherits was not answered. */
function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function nameOf(member: string): string {
  return member === "" ? "the answer" : visible(member);
}

/** Writes a value down, not too long. */
function shown(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return visible(
    text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text,
  );
}

const RELATION: Readonly<
  Record<Relation, (found: unknown, wanted: unknown) => boolean>
> = {
  equals: isSame,
  // What is not there differs from everything, which shows nothing.
  differs: (found, wanted) => found !== undefined && !isSame(found, wanted),
  present: (found) => found !== undefined && found !== null,
  absent: (found) => found === undefined,
  length: (found, wanted) =>
    (Array.isArray(found) || typeof found === "string") &&
    found.length === wanted,
  includes: (found, wanted) =>
    Array.isArray(found)
      ? found.some((one) => isSame(one, wanted))
      : typeof found === "string" && typeof wanted === "string" &&
        wanted !== "" && found.includes(wanted),
  above: (found, wanted) => order(found, wanted) > 0,
  below: (found, wanted) => order(found, wanted) < 0,
};

/** What was kept may have members; a system writes them in one order. */
function isSame(found: unknown, wanted: unknown): boolean {
  return JSON.stringify(found) === JSON.stringify(wanted);
}

/** How two numbers or two texts, such as dates, are ordered; not a number where they are something else. */
function order(found: unknown, wanted: unknown): number {
  if (typeof found === "number" && typeof wanted === "number") {
    return found - wanted;
  }
  if (typeof found === "string" && typeof wanted === "string") {
    return found === wanted ? 0 : found > wanted ? 1 : -1;
  }
  return NaN;
}

const MOST_SHOWN = 120;
