/**
 * The door: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A door of the system. */
export interface Door extends Entity {
  /** Whether the door is open. */
  readonly open: boolean;
}

/** Names the door's fields, path and table for the code that handles any entity. */
export const DOOR_SPEC: EntitySpec = {
  name: "door",
  label: "door",
  path: "/doors",
  table: "doors",
  fields: {
    open: { kind: "boolean", column: "open", nullable: false },
  },
  search: [],
};
