/**
 * The notebook: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** Private to whoever made it. */
export interface Notebook extends Entity {
  /** The notebook's name. */
  readonly name: string;
  /** The user that is the notebook's keeper. */
  readonly keeperId: string;
}

/** Names the notebook's fields, path and table for the code that handles any entity. */
export const NOTEBOOK_SPEC: EntitySpec = {
  name: "notebook",
  label: "notebook",
  path: "/notebooks",
  table: "notebooks",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    keeperId: {
      kind: "uuid",
      column: "keeper_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  search: ["name"],
};
