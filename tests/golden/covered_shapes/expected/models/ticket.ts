/**
 * The ticket: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A ticket of the system. */
export interface Ticket extends Entity {
  /** The ticket's code. */
  readonly code: string;
  /** The ticket's seat. */
  readonly seat: string | null;
}

/** Names the ticket's fields, path and table for the code that handles any entity. */
export const TICKET_SPEC: EntitySpec = {
  name: "ticket",
  label: "ticket",
  path: "/tickets",
  table: "tickets",
  fields: {
    code: {
      kind: "string",
      column: "code",
      nullable: false,
      unique: true,
      immutable: true,
    },
    seat: { kind: "string", column: "seat", nullable: true },
  },
  search: ["code", "seat"],
};
