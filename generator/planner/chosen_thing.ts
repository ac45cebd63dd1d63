/**
 * Reads a known thing with the words before it that choose some of it: "expired links".
 *
 * @module
 */
import { readNouns } from "./noun.ts";
import { isEntity, type Scope } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** A known thing, and what of it is meant. */
export interface Thing {
  /** The thing. */
  readonly of: Noun;
  /** The words before it that choose. */
  readonly before: readonly string[];
  /** The index of the token after it. */
  readonly end: number;
}

/** "expired links", "all open tickets": a known thing, and the words before it that choose. */
export function thingAt(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Thing | undefined {
  for (const { value: noun, end } of readNouns(tokens, at)) {
    if (noun.owner) continue;
    if (noun.pronoun) {
      const of = scope.subjects.at(-1);
      return of && isEntity(of, scope) ? { of, before: [], end } : undefined;
    }
    for (let from = 0; from < noun.words.length; from++) {
      const of = { ...noun, words: noun.words.slice(from) };
      if (!isEntity(of, scope)) continue;
      const chosen = (noun.chosen ?? []).filter((word) => CHOICES.has(word));
      const before = [...chosen, noun.words.slice(0, from).join(" ")]
        .filter(Boolean);
      return { of, before, end };
    }
  }
  return undefined;
}

const CHOICES: ReadonlySet<string> = new Set(["new"]);
