/**
 * The box note: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A box note of the system. */
export interface BoxNote extends Entity {
  /** The box note's body text. */
  readonly bodyText: string;
  /** The parcel box that the box note belongs to. */
  readonly parcelBoxId: string;
}

/** Names the box note's fields, path and table for the code that handles any entity. */
export const BOX_NOTE_SPEC: EntitySpec = {
  name: "box_note",
  label: "box note",
  path: "/box-notes",
  table: "box_notes",
  fields: {
    bodyText: { kind: "text", column: "body_text", nullable: false },
    parcelBoxId: {
      kind: "uuid",
      column: "parcel_box_id",
      nullable: false,
      references: {
        entity: "parcel_box",
        table: "parcel_boxes",
        onDelete: "cascade",
      },
    },
  },
  search: ["bodyText"],
};
