/**
 * The book: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A book of the system. */
export interface Book extends Entity {
  /** The book's title. */
  readonly title: string;
  /** The book's author. */
  readonly author: string | null;
  /** The book's isbn. */
  readonly isbn: string | null;
  /** The book's published year. */
  readonly publishedYear: number | null;
  /** The book's number of copies. */
  readonly numberOfCopies: number | null;
}

/** Names the book's fields, path and table for the code that handles any entity. */
export const BOOK_SPEC: EntitySpec = {
  name: "book",
  label: "book",
  path: "/books",
  table: "books",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    author: { kind: "string", column: "author", nullable: true },
    isbn: { kind: "string", column: "isbn", nullable: true, unique: true },
    publishedYear: {
      kind: "integer",
      column: "published_year",
      nullable: true,
    },
    numberOfCopies: {
      kind: "integer",
      column: "number_of_copies",
      nullable: true,
    },
  },
  search: ["title", "author", "isbn"],
};
