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
  /** The notebook that the note belongs to. */
  readonly notebookId: string;
  /** The user that is the note's keeper. */
  readonly keeperId: string;
}

/** Names the note's fields, path and table for the code that handles any entity. */
export const NOTE_SPEC: EntitySpec = {
  name: "note",
  label: "note",
  path: "/notes",
  table: "notes",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    notebookId: {
      kind: "uuid",
      column: "notebook_id",
      nullable: false,
      references: {
        entity: "notebook",
        table: "notebooks",
        onDelete: "cascade",
      },
    },
    keeperId: {
      kind: "uuid",
      column: "keeper_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  search: ["text"],
};
