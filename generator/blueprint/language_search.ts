/**
 * The part of the blueprint language that says in which fields words are searched, as data.
 *
 * @module
 */
import { FIELD_NAME } from "./language_names.ts";
import type { Shape } from "./shape.ts";

/** The key of an entity that says what full-text search reads. */
export const SEARCH_KEYS = {
  search: {
    doc:
      "The fields of text in which `q` searches words: each word of `q` begins a word in one of them, whatever the case and accents. Without it, `q` finds a piece of any text.",
    shape: {
      kind: "list",
      maxItems: 20,
      orSingle: true,
      item: { kind: "name", rule: FIELD_NAME },
    },
  },
} as const satisfies Readonly<Record<string, { doc: string; shape: Shape }>>;
