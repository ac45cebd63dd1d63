/**
 * Conditions of requests: `If-Match` and `If-None-Match` (RFC 9110, section 13).
 *
 * @module
 */
import {
  badRequest,
  failed,
  ok,
  type Outcome,
  preconditionFailed,
  type Problem,
} from "./problem.ts";

/** The tags of a header as they were sent, or `*` for whatever there is. */
export type EntityTags = "*" | readonly string[];

/** What a client wants to be so before its request is carried out. */
export interface Precondition {
  /** `If-Match`: the entity still has one of these tags. */
  readonly match?: EntityTags;
  /** `If-None-Match`: the entity has none of these tags. */
  readonly noneMatch?: EntityTags;
}

/** The `ETag` of an entity after so many changes; strong, as its id is never given to another. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/** The `ETag` of some fields of an entity: another than that of the whole, which says the same of its changes. */
export function partTag(version: number, fields: readonly string[]): string {
  return `"${version}:${fields.join(".")}"`;
}

/** Reads the conditions of a request; undefined if it has none, 400 if one cannot be read: it is not passed over. */
export function readPrecondition(
  headers: Headers,
): Outcome<Precondition | undefined> {
  const match = headers.get("if-match");
  const noneMatch = headers.get("if-none-match");
  if (match === null && noneMatch === null) return NONE;
  const precondition: { match?: EntityTags; noneMatch?: EntityTags } = {};
  if (match !== null) {
    const tags = parseTags(match);
    if (tags === undefined) return failed(badRequest(unreadable("If-Match")));
    precondition.match = tags;
  }
  if (noneMatch !== null) {
    const tags = parseTags(noneMatch);
    if (tags === undefined) {
      return failed(badRequest(unreadable("If-None-Match")));
    }
    precondition.noneMatch = tags;
  }
  return ok(precondition);
}

/** Whether an entity still has a tag that the client wants it to have, or some fields of it had. Weak tags never match (strong comparison). */
export function isMatched(
  { match }: Precondition,
  version: number,
): boolean {
  return match === undefined || match === "*" ||
    match.some((tag) =>
      tag === entityTag(version) || tag.startsWith(`"${version}:`)
    );
}

/** Whether an entity has none of the tags that the client knows; weak tags count (weak comparison). */
export function isUnknown(
  { noneMatch }: Precondition,
  version: number,
): boolean {
  if (noneMatch === undefined) return true;
  const tag = entityTag(version);
  return noneMatch !== "*" &&
    !noneMatch.some((known) => known === tag || known === `W/${tag}`);
}

/** Says which condition of a change does not hold; undefined if all do. It stands before anything else about the change. */
export function unmetCondition(
  precondition: Precondition | undefined,
  version: number,
  label: string,
): Problem | undefined {
  if (!precondition) return undefined;
  if (!isMatched(precondition, version)) {
    return preconditionFailed(
      `The ${label} has changed since it was read: its ETag is not among those of If-Match.`,
    );
  }
  return isUnknown(precondition, version)
    ? undefined
    : preconditionFailed(`The ${label} is among those of If-None-Match.`);
}

function parseTags(header: string): EntityTags | undefined {
  if (header.trim() === "*") return "*";
  const tags = header.match(TAG) ?? [];
  const between = header.replaceAll(TAG, "");
  return tags.length > 0 && SEPARATORS.test(between) ? tags : undefined;
}

function unreadable(header: string): string {
  return `${header} must be * or entity tags in quotes, as ETag gives them.`;
}

const TAG = /(?:W\/)?"[!#-~\u0080-\u00ff]*"/g;
const SEPARATORS = /^[ \t,]*$/;
const NONE = ok(undefined);
