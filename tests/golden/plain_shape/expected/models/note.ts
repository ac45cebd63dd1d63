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
  /** The bill that the note belongs to. */
  readonly billId: string | null;
}

/** Names the note's fields, path and table for the code that handles any entity. */
export const NOTE_SPEC: EntitySpec = {
  name: "note",
  label: "note",
  path: "/notes",
  table: "notes",
  fields: {
    text: { kind: "text", column: "text", nullable: false },
    billId: {
      kind: "uuid",
      column: "bill_id",
      nullable: true,
      references: { entity: "bill", table: "bills", onDelete: "clear" },
    },
  },
  search: ["text"],
};
