/**
 * The announcement: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An announcement of the system. */
export interface Announcement extends Entity {
  /** The announcement's text. */
  readonly text: string | null;
}

/** Names the announcement's fields, path and table for the code that handles any entity. */
export const ANNOUNCEMENT_SPEC: EntitySpec = {
  name: "announcement",
  label: "announcement",
  path: "/announcements",
  table: "announcements",
  fields: {
    text: { kind: "text", column: "text", nullable: true },
  },
  search: ["text"],
};
