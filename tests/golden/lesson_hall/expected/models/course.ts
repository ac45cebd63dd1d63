/**
 * The course: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A course of the system. */
export interface Course extends Entity {
  /** The course's code. */
  readonly code: string;
  /** The course's title. */
  readonly title: string;
  /** The course's state. */
  readonly state: "draft" | "open" | "closed";
  /** The user that is the course's lead. */
  readonly leadId: string;
  /** The place that the course belongs to. */
  readonly placeId: string | null;
}

/** Names the course's fields, path and table for the code that handles any entity. */
export const COURSE_SPEC: EntitySpec = {
  name: "course",
  label: "course",
  path: "/courses",
  table: "courses",
  fields: {
    code: { kind: "string", column: "code", nullable: false, unique: true },
    title: { kind: "string", column: "title", nullable: false },
    state: {
      kind: "enum",
      column: "state",
      nullable: false,
      values: ["draft", "open", "closed"],
    },
    leadId: {
      kind: "uuid",
      column: "lead_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
    placeId: {
      kind: "uuid",
      column: "place_id",
      nullable: true,
      references: { entity: "place", table: "places", onDelete: "clear" },
    },
  },
  search: ["code", "title"],
};
