/**
 * The ticket: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A ticket of the system. */
export interface Ticket extends Entity {
  /** The ticket's seat. */
  readonly seat: string;
  /** The ticket's status. */
  readonly status: "sold" | "used";
  /** The ticket's used date and time. */
  readonly usedAt: string | null;
  /** The ticket's pin. */
  readonly pin: string | null;
  /** The event that the ticket belongs to. */
  readonly eventId: string;
}

/** Names the ticket's fields, path and table for the code that handles any entity. */
export const TICKET_SPEC: EntitySpec = {
  name: "ticket",
  label: "ticket",
  path: "/tickets",
  table: "tickets",
  fields: {
    seat: { kind: "string", column: "seat", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["sold", "used"],
    },
    usedAt: { kind: "datetime", column: "used_at", nullable: true },
    pin: { kind: "string", column: "pin", nullable: true, writeOnly: true },
    eventId: {
      kind: "uuid",
      column: "event_id",
      nullable: false,
      references: { entity: "event", table: "events", onDelete: "cascade" },
    },
  },
  search: ["seat"],
};
