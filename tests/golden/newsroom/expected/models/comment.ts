/**
 * The comment: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A comment of the system. */
export interface Comment extends Entity {
  /** The comment's text. */
  readonly text: string;
  /** The article that the comment belongs to. */
  readonly articleId: string;
  /** The user that is the comment's writer. */
  readonly writerId: string;
}

/** Names the comment's fields, path and table for the code that handles any entity. */
export const COMMENT_SPEC: EntitySpec = {
  name: "comment",
  label: "comment",
  path: "/comments",
  table: "comments",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    articleId: {
      kind: "uuid",
      column: "article_id",
      nullable: false,
      references: { entity: "article", table: "articles", onDelete: "cascade" },
    },
    writerId: {
      kind: "uuid",
      column: "writer_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  search: ["text"],
};
