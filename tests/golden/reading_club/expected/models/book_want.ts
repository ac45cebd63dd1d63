/**
 * The book want: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That a user has set the mark "want" on one of the kind "book"; told as wanted and wantsCount. */
export interface BookWant extends Entity {
  /** The reader that is the book want's user. */
  readonly userId: string;
  /** The book that the book want belongs to. */
  readonly bookId: string;
}

/** Names the book want's fields, path and table for the code that handles any entity. */
export const BOOK_WANT_SPEC: EntitySpec = {
  name: "book_want",
  label: "book want",
  path: "/book-wants",
  table: "book_wants",
  fields: {
    userId: {
      kind: "uuid",
      column: "user_id",
      nullable: false,
      references: { entity: "reader", table: "readers", onDelete: "cascade" },
    },
    bookId: {
      kind: "uuid",
      column: "book_id",
      nullable: false,
      references: { entity: "book", table: "books", onDelete: "cascade" },
    },
  },
  unique: [["userId", "bookId"]],
  search: [],
};
