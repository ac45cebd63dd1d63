/**
 * The ticket: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A ticket of the system. */
export interface Ticket extends Entity {
  /** The ticket's number. */
  readonly number: number;
  /** The ticket's title. */
  readonly title: string;
  /** What it is about. */
  readonly labels: readonly string[];
  /** The ticket's estimates. */
  readonly estimates: readonly number[];
  /** The ticket's watchers. */
  readonly watchers: readonly string[];
  /** The ticket's days. */
  readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri")[];
  /** The ticket's due dates. */
  readonly dueDates: readonly string[];
  /** The member that is the ticket's assignee. */
  readonly assigneeId: string | null;
}

/** Names the ticket's fields, path and table for the code that handles any entity. */
export const TICKET_SPEC: EntitySpec = {
  name: "ticket",
  label: "ticket",
  path: "/tickets",
  table: "tickets",
  fields: {
    number: {
      kind: "integer",
      column: "number",
      nullable: false,
      readOnly: true,
      unique: true,
      serial: true,
    },
    title: { kind: "string", column: "title", nullable: false },
    labels: {
      kind: "list",
      items: "string",
      column: "labels",
      nullable: false,
    },
    estimates: {
      kind: "list",
      items: "decimal",
      column: "estimates",
      nullable: false,
      scale: 1,
    },
    watchers: {
      kind: "list",
      items: "email",
      column: "watchers",
      nullable: false,
    },
    days: {
      kind: "list",
      items: "enum",
      column: "days",
      nullable: false,
      values: ["mon", "tue", "wed", "thu", "fri"],
    },
    dueDates: {
      kind: "list",
      items: "date",
      column: "due_dates",
      nullable: false,
      immutable: true,
    },
    assigneeId: {
      kind: "uuid",
      column: "assignee_id",
      nullable: true,
      references: { entity: "member", table: "members", onDelete: "clear" },
    },
  },
  key: "number",
  order: [{ field: "createdAt", descending: true }, {
    field: "assigneeId",
    descending: false,
  }],
  search: ["title"],
};
