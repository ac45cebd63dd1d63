/**
 * The review: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A review of the system. */
export interface Review extends Entity {
  /** The review's text. */
  readonly text: string;
  /** The course that the review belongs to. */
  readonly courseId: string;
  /** The user that is the review's by. */
  readonly byId: string;
}

/** Names the review's fields, path and table for the code that handles any entity. */
export const REVIEW_SPEC: EntitySpec = {
  name: "review",
  label: "review",
  path: "/reviews",
  table: "reviews",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    courseId: {
      kind: "uuid",
      column: "course_id",
      nullable: false,
      references: { entity: "course", table: "courses", onDelete: "cascade" },
    },
    byId: {
      kind: "uuid",
      column: "by_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  softDelete: true,
  search: ["text"],
};
