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
  /** The folder that the note belongs to. */
  readonly folderId: string;
  /** The note that is the note's parent. */
  readonly parentId: string | null;
  /** The project that the note belongs to. */
  readonly projectId: string | null;
}

/** Names the note's fields, path and table for the code that handles any entity. */
export const NOTE_SPEC: EntitySpec = {
  name: "note",
  label: "note",
  path: "/notes",
  table: "notes",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    folderId: {
      kind: "uuid",
      column: "folder_id",
      nullable: false,
      references: { entity: "folder", table: "folders", onDelete: "restrict" },
    },
    parentId: {
      kind: "uuid",
      column: "parent_id",
      nullable: true,
      references: {
        entity: "note",
        table: "notes",
        onDelete: "cascade",
        acyclic: true,
      },
    },
    projectId: {
      kind: "uuid",
      column: "project_id",
      nullable: true,
      references: { entity: "project", table: "projects", onDelete: "clear" },
    },
  },
  search: ["text"],
};
