/**
 * The room: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A room of the system. */
export interface Room extends Entity {
  /** The room's building. */
  readonly building: string;
  /** The room's number. */
  readonly number: number;
  /** The room's kind. */
  readonly kind: "office" | "hall" | "lab";
}

/** Names the room's fields, path and table for the code that handles any entity. */
export const ROOM_SPEC: EntitySpec = {
  name: "room",
  label: "room",
  path: "/rooms",
  table: "rooms",
  fields: {
    building: { kind: "string", column: "building", nullable: false },
    number: { kind: "integer", column: "number", nullable: false },
    kind: {
      kind: "enum",
      column: "kind",
      nullable: false,
      values: ["office", "hall", "lab"],
    },
  },
  unique: [["building", "number"]],
  search: ["building"],
};
