/**
 * The lesson: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A lesson of the system. */
export interface Lesson extends Entity {
  /** The lesson's number. */
  readonly number: number;
  /** The lesson's title. */
  readonly title: string;
  /** The lesson's minutes. */
  readonly minutes: number;
  /** The course that the lesson belongs to. */
  readonly courseId: string;
}

/** Names the lesson's fields, path and table for the code that handles any entity. */
export const LESSON_SPEC: EntitySpec = {
  name: "lesson",
  label: "lesson",
  path: "/lessons",
  table: "lessons",
  fields: {
    number: {
      kind: "integer",
      column: "number",
      nullable: false,
      readOnly: true,
      unique: true,
      serial: true,
    },
    title: { kind: "string", column: "title", nullable: false },
    minutes: { kind: "integer", column: "minutes", nullable: false },
    courseId: {
      kind: "uuid",
      column: "course_id",
      nullable: false,
      references: { entity: "course", table: "courses", onDelete: "cascade" },
    },
  },
  softDelete: true,
  search: ["title"],
};
