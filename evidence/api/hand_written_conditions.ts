/**
 * The hand-written baseline: `ETag`, `If-Match` and `If-None-Match`.
 *
 * @module
 */
import { Problem } from "./hand_written_input.ts";

/** What a request wants its task to be. */
export interface Conditions {
  readonly match?: readonly string[];
  readonly noneMatch?: readonly string[];
}

/** A condition that does not hold. */
export class Unmet extends Problem {
  constructor(detail: string, readonly version: number) {
    super(412, detail);
  }
}

/** Reads the conditions of a request; undefined if it has none. Throws a Problem if one cannot be read. */
export function readConditions(headers: Headers): Conditions | undefined {
  const match = headers.get("if-match");
  const noneMatch = headers.get("if-none-match");
  if (match === null && noneMatch === null) return undefined;
  return {
    match: match === null ? undefined : tags("If-Match", match),
    noneMatch: noneMatch === null
      ? undefined
      : tags("If-None-Match", noneMatch),
  };
}

/** Whether a task of this version is as `If-Match` wants it. */
export function isMatched({ match }: Conditions, version: number): boolean {
  return match === undefined || match[0] === "*" ||
    match.includes(`"${version}"`);
}

/** Whether a task of this version is as `If-None-Match` wants it. */
export function isUnknown({ noneMatch }: Conditions, version: number): boolean {
  return noneMatch === undefined || noneMatch[0] !== "*" &&
      !noneMatch.some((tag) => tag.replace(/^W\//, "") === `"${version}"`);
}

/** Throws unless a task of this version may be changed. */
export function checkConditions(conditions: Conditions, version: number): void {
  const detail = !isMatched(conditions, version)
    ? "The task has changed since it was read: its ETag is not among those of If-Match."
    : !isUnknown(conditions, version)
    ? "The task is among those of If-None-Match."
    : undefined;
  if (detail !== undefined) throw new Unmet(detail, version);
}

function tags(name: string, header: string): readonly string[] {
  if (header.trim() === "*") return ["*"];
  const found = header.match(TAG) ?? [];
  if (found.length > 0 && /^[ \t,]*$/.test(header.replaceAll(TAG, ""))) {
    return found;
  }
  const detail =
    `${name} must be * or entity tags in quotes, as ETag gives them.`;
  throw new Problem(400, detail);
}

const TAG = /(?:W\/)?"[!#-~\u0080-\u00ff]*"/g;
