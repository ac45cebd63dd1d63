/**
 * The names that a page has for its items and for what stands beside them.
 *
 * @module
 */
import type { ApiShape } from "./resource_spec.ts";

/** Names the members of a page: its items, and where the next begins or how many there are. */
export function pageNames(
  { envelope, naming, paging }: Pick<
    ApiShape,
    "envelope" | "naming" | "paging"
  >,
  plural: string,
): { readonly items: string; readonly beside: string } {
  const isSnake = naming === "snake_case";
  const items = envelope ? plural : "items";
  if (paging.style === "cursor") {
    return { items, beside: isSnake ? "next_cursor" : "nextCursor" };
  }
  const count = isSnake ? "_count" : "Count";
  return { items, beside: envelope ? plural + count : "total" };
}
