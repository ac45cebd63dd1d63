/**
 * The notebook: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A notebook of the system. */
export interface Notebook extends Entity {
  /** The notebook's title. */
  readonly title: string;
  /** The organisation that the notebook belongs to. */
  readonly organisationId: string;
}

/** Names the notebook's fields, path and table for the code that handles any entity. */
export const NOTEBOOK_SPEC: EntitySpec = {
  name: "notebook",
  label: "notebook",
  path: "/notebooks",
  table: "notebooks",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
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
  },
  unique: [["organisationId", "title"]],
  search: ["title"],
};
