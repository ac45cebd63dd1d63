/**
 * The post: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A post of the system. */
export interface Post extends Entity {
  /** The post's title. */
  readonly title: string;
  /** The post's body. */
  readonly body: string | null;
  /** The post's status. */
  readonly status: "draft" | "published";
  /** The user that the post belongs to. */
  readonly userId: string;
}

/** Names the post's fields, path and table for the code that handles any entity. */
export const POST_SPEC: EntitySpec = {
  name: "post",
  label: "post",
  path: "/posts",
  table: "posts",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    body: { kind: "text", column: "body", nullable: true },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["draft", "published"],
    },
    userId: {
      kind: "uuid",
      column: "user_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: ["title", "body"],
};
