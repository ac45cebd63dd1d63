/**
 * The uuid: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An uuid of the system. */
export interface UUID extends Entity {
  /** The uuid's function. */
  readonly function: string;
}

/** Names the uuid's fields, path and table for the code that handles any entity. */
export const UUID_SPEC: EntitySpec = {
  name: "uuid",
  label: "uuid",
  path: "/uuids",
  table: "uuids",
  fields: {
    function: { kind: "string", column: "function", nullable: false },
  },
  search: ["function"],
};
