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
  /** Whether the note is pinned. */
  readonly pinned: boolean;
  /** The organisation that the note belongs to. */
  readonly organisationId: string;
  /** The notebook that the note belongs to. */
  readonly notebookId: string;
  /** The user that is the note's author. */
  readonly authorId: string;
  /** The user that is the note's reviewer. */
  readonly reviewerId: string | null;
}

/** Names the note's fields, path and table for the code that handles any entity. */
export const NOTE_SPEC: EntitySpec = {
  name: "note",
  label: "note",
  path: "/notes",
  table: "notes",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    pinned: { kind: "boolean", column: "pinned", nullable: false },
    organisationId: {
      kind: "uuid",
      column: "organisation_id",
      nullable: false,
      immutable: true,
      references: {
        entity: "organisation",
        table: "organisations",
        onDelete: "restrict",
      },
    },
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
    authorId: {
      kind: "uuid",
      column: "author_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
    reviewerId: {
      kind: "uuid",
      column: "reviewer_id",
      nullable: true,
      references: { entity: "user", table: "users", onDelete: "clear" },
    },
  },
  search: ["text"],
};
