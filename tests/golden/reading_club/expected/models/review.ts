/**
 * The review: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A review of the system. */
export interface Review extends Entity {
  /** The review's number. */
  readonly number: number;
  /** The review's stars. */
  readonly stars: number;
  /** The review's text. */
  readonly text: string;
  /** The book that the review belongs to. */
  readonly bookId: string;
  /** The reader that is the review's author. */
  readonly authorId: string;
}

/** Names the review's fields, path and table for the code that handles any entity. */
export const REVIEW_SPEC: EntitySpec = {
  name: "review",
  label: "review",
  path: "/reviews",
  table: "reviews",
  fields: {
    number: {
      kind: "integer",
      column: "number",
      nullable: false,
      readOnly: true,
      unique: true,
      serial: true,
    },
    stars: { kind: "integer", column: "stars", nullable: false },
    text: { kind: "text", column: "text", nullable: false },
    bookId: {
      kind: "uuid",
      column: "book_id",
      nullable: false,
      references: { entity: "book", table: "books", onDelete: "cascade" },
    },
    authorId: {
      kind: "uuid",
      column: "author_id",
      nullable: false,
      immutable: true,
      references: { entity: "reader", table: "readers", onDelete: "cascade" },
    },
  },
  search: ["text"],
};
