/**
 * The folder: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A folder of the system. */
export interface Folder extends Entity {
  /** The folder's name. */
  readonly name: string;
}

/** Names the folder's fields, path and table for the code that handles any entity. */
export const FOLDER_SPEC: EntitySpec = {
  name: "folder",
  label: "folder",
  path: "/folders",
  table: "folders",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
  },
  search: ["name"],
};
