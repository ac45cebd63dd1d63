/**
 * The note: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A note of the system. */
export interface Note extends Entity {
  /** The note's text. */
  readonly text: string;
}

/** Names the note's fields, path and table for the code that handles any entity. */
export const NOTE_SPEC: EntitySpec = {
  name: "note",
  label: "note",
  path: "/notes",
  table: "notes",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
  },
  search: ["text"],
};
