/**
 * How it is told who alone may do something: written here, and read here by whoever compares plans.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";

/** Who alone may do something. */
export interface Permission {
  /** The words of the rule: `owner`, `users`, `everyone`, roles. */
  readonly words: readonly string[];
  /** The operation or action. */
  readonly operation: string;
  /** What it is done with. */
  readonly entity: string;
}

/** Tells a permission: "only owner or admin may delete a note". */
export function tellPermission(
  { words, operation, entity }: Permission,
): string {
  return `only ${words.join(" or ")} may ${operation} ${withArticle(entity)}`;
}

/** Reads what {@link tellPermission} tells; undefined for everything else. */
export function readPermission(phrase: string): Permission | undefined {
  const { who, operation, entity } = TOLD.exec(phrase)?.groups ?? {};
  if (who === undefined || !operation || !entity) return undefined;
  return { words: who.split(" or "), operation, entity };
}

const TOLD = /^only (?<who>.+) may (?<operation>\w+) an? (?<entity>\w+)$/;
