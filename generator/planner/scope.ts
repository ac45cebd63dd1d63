/**
 * What a clause reader knows of its surroundings, and what it hands back.
 *
 * @module
 */
import type { HeadingMode } from "./lexicon_leads.ts";
import { entityName } from "./names.ts";
import type { Noun, Span, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** The surroundings of a clause. */
export interface Scope {
  /** The names of all entities of the request, longer and shorter forms alike. */
  readonly known: ReadonlySet<string>;
  /** Those of them that are said to have fields. */
  readonly defined?: ReadonlySet<string>;
  /** What the heading above says the line is. */
  readonly mode?: HeadingMode;
  /** The entity the heading or the line above is about. */
  readonly entity?: Noun;
  /** That entity is only what the system is called after. */
  readonly loose?: boolean;
  /** What the system is called after, when that was spoken of last. */
  readonly system?: boolean;
  /** The system has its name already, or this is no place for it. */
  readonly named?: boolean;
  /** Who the heading above says is to do what the line says. */
  readonly by?: readonly Noun[];
  /** The fields that were listed last. */
  readonly fields?: readonly Noun[];
  /** People sign in, so that something may be theirs. */
  readonly signs?: boolean;
  /** Who they are, in the request's words. */
  readonly people?: ReadonlySet<string>;
  /** What was spoken of last: what "it" and "them" stand for. */
  readonly subjects: readonly Noun[];
}

/** What was read from a clause. */
export interface Found {
  /** What it says. */
  readonly statements: readonly Statement[];
  /** The index of the token after it. */
  readonly end: number;
  /** Parts inside it that were not understood. */
  readonly missed?: readonly Span[];
  /** What it spoke of, when that may be referred to later. */
  readonly subjects?: readonly Noun[];
}

/** Reads a clause from a token on; undefined when it is not of its kind. */
export type Reader = (
  tokens: readonly Token[],
  at: number,
  scope: Scope,
) => Found | undefined;

/** Reports whether a noun phrase is the name of an entity of the request. */
export function isEntity(noun: Noun, scope: Scope): boolean {
  return !noun.owner && !noun.pronoun &&
    scope.known.has(entityName(noun.words) ?? "");
}

/** Reports whether a noun phrase of several words is the name of an entity with fields: "purchase orders". */
export function isLongName(noun: Noun | undefined, scope: Scope): boolean {
  return noun !== undefined && noun.words.length > 1 && !noun.owner &&
    (scope.defined?.has(entityName(noun.words) ?? "") ?? false);
}

/** Returns what a noun phrase stands for: what was spoken of last for a pronoun, itself otherwise. */
export function meant(nouns: readonly Noun[], scope: Scope): readonly Noun[] {
  return nouns.some((noun) => noun.pronoun) ? scope.subjects : nouns;
}

/** Returns the part of the request that tokens take. */
export function spanOf(
  tokens: readonly Token[],
  at: number,
  end: number,
): Span {
  const first = tokens[at];
  const last = tokens[Math.max(at, end - 1)];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}
