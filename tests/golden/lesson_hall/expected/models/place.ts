/**
 * The place: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A place of the system. */
export interface Place extends Entity {
  /** The place's name. */
  readonly name: string;
}

/** Names the place's fields, path and table for the code that handles any entity. */
export const PLACE_SPEC: EntitySpec = {
  name: "place",
  label: "place",
  path: "/places",
  table: "places",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
  },
  search: ["name"],
};
