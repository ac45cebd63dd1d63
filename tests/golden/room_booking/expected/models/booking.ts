/**
 * The booking: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A room for one person at a time. */
export interface Booking extends Entity {
  /** The booking's starts date and time. */
  readonly startsAt: string;
  /** The booking's status. */
  readonly status: "asked" | "granted" | "refused";
  /** The booking's guest. */
  readonly guest: string;
  /** The booking's seat. */
  readonly seat: string | null;
  /** The room that the booking belongs to. */
  readonly roomId: string;
}

/** Names the booking's fields, path and table for the code that handles any entity. */
export const BOOKING_SPEC: EntitySpec = {
  name: "booking",
  label: "booking",
  path: "/bookings",
  table: "bookings",
  fields: {
    startsAt: { kind: "datetime", column: "starts_at", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["asked", "granted", "refused"],
    },
    guest: { kind: "email", column: "guest", nullable: false },
    seat: { kind: "string", column: "seat", nullable: true },
    roomId: {
      kind: "uuid",
      column: "room_id",
      nullable: false,
      references: { entity: "room", table: "rooms", onDelete: "cascade" },
    },
  },
  unique: [["roomId", "startsAt"], ["guest", "seat", "startsAt"]],
  search: ["guest", "seat"],
};
