/**
 * The comment: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A comment of the system. */
export interface Comment extends Entity {
  /** The comment's author name. */
  readonly authorName: string | null;
  /** The comment's text. */
  readonly text: string | null;
  /** The post that the comment belongs to. */
  readonly postId: string;
}

/** Names the comment's fields, path and table for the code that handles any entity. */
export const COMMENT_SPEC: EntitySpec = {
  name: "comment",
  label: "comment",
  path: "/comments",
  table: "comments",
  fields: {
    authorName: { kind: "string", column: "author_name", nullable: true },
    text: { kind: "text", column: "text", nullable: true },
    postId: {
      kind: "uuid",
      column: "post_id",
      nullable: false,
      references: { entity: "post", table: "posts", onDelete: "restrict" },
    },
  },
  search: ["authorName", "text"],
};
