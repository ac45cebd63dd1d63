/**
 * The ticket: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A ticket of the system. */
export interface Ticket extends Entity {
  /** The ticket's title. */
  readonly title: string;
  /** The ticket's slug. */
  readonly slug: string;
  /** The ticket's status. */
  readonly status: "open" | "closed";
  /** The ticket's secret. */
  readonly secret: string | null;
  /** The user that is the ticket's customer. */
  readonly customerId: string;
}

/** Names the ticket's fields, path and table for the code that handles any entity. */
export const TICKET_SPEC: EntitySpec = {
  name: "ticket",
  label: "ticket",
  path: "/tickets",
  table: "tickets",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    slug: {
      kind: "string",
      column: "slug",
      nullable: false,
      readOnly: true,
      unique: true,
    },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "closed"],
    },
    secret: {
      kind: "string",
      column: "secret",
      nullable: true,
      writeOnly: true,
    },
    customerId: {
      kind: "uuid",
      column: "customer_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  key: "slug",
  search: ["title"],
};
