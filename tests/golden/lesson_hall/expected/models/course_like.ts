/**
 * The course like: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That a user has set the mark "like" on one of the kind "course"; told as liked and likes. */
export interface CourseLike extends Entity {
  /** The user that the course like belongs to. */
  readonly userId: string;
  /** The course that the course like belongs to. */
  readonly courseId: string;
}

/** Names the course like's fields, path and table for the code that handles any entity. */
export const COURSE_LIKE_SPEC: EntitySpec = {
  name: "course_like",
  label: "course like",
  path: "/course-likes",
  table: "course_likes",
  fields: {
    userId: {
      kind: "uuid",
      column: "user_id",
      nullable: false,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
    courseId: {
      kind: "uuid",
      column: "course_id",
      nullable: false,
      references: { entity: "course", table: "courses", onDelete: "cascade" },
    },
  },
  unique: [["userId", "courseId"]],
  search: [],
};
