/**
 * The seat request: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A seat request of the system. */
export interface SeatRequest extends Entity {
  /** The seat request's seats. */
  readonly seats: number;
  /** The seat request's status. */
  readonly status: "asked" | "granted";
  /** The concert that the seat request belongs to. */
  readonly concertId: string;
  /** The user that is the seat request's by. */
  readonly byId: string;
}

/** Names the seat request's fields, path and table for the code that handles any entity. */
export const SEAT_REQUEST_SPEC: EntitySpec = {
  name: "seat_request",
  label: "seat request",
  path: "/seat-requests",
  table: "seat_requests",
  fields: {
    seats: { kind: "integer", column: "seats", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["asked", "granted"],
    },
    concertId: {
      kind: "uuid",
      column: "concert_id",
      nullable: false,
      references: { entity: "concert", table: "concerts", onDelete: "cascade" },
    },
    byId: {
      kind: "uuid",
      column: "by_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: [],
};
