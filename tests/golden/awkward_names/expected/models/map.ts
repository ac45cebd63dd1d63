/**
 * The map: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A map of the system. */
export interface MapEntity extends Entity {
  /** The map's function. */
  readonly function: string;
  /** The map's return. */
  readonly return: number | null;
}

/** Names the map's fields, path and table for the code that handles any entity. */
export const MAP_SPEC: EntitySpec = {
  name: "map",
  label: "map",
  path: "/maps",
  table: "maps",
  fields: {
    function: {
      kind: "string",
      column: "function",
      nullable: false,
      unique: true,
    },
    return: { kind: "number", column: "return", nullable: true },
  },
  search: ["function"],
};
