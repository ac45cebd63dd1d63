/**
 * The book: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A book of the system. */
export interface Book extends Entity {
  /** The book's slug. */
  readonly slug: string;
  /** The book's title. */
  readonly title: string;
  /** The book's about. */
  readonly about: string | null;
  /** The book's tags. */
  readonly tags: readonly string[];
  /** The reader that is the book's added by. */
  readonly addedById: string;
}

/** Names the book's fields, path and table for the code that handles any entity. */
export const BOOK_SPEC: EntitySpec = {
  name: "book",
  label: "book",
  path: "/books",
  table: "books",
  fields: {
    slug: {
      kind: "string",
      column: "slug",
      nullable: false,
      readOnly: true,
      unique: true,
    },
    title: { kind: "string", column: "title", nullable: false },
    about: { kind: "text", column: "about", nullable: true },
    tags: { kind: "list", items: "string", column: "tags", nullable: false },
    addedById: {
      kind: "uuid",
      column: "added_by_id",
      nullable: false,
      immutable: true,
      references: { entity: "reader", table: "readers", onDelete: "cascade" },
    },
  },
  key: "slug",
  order: [{ field: "createdAt", descending: true }],
  search: ["title", "about"],
};
