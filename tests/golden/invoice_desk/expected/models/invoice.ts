/**
 * The invoice: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An invoice of the system. */
export interface Invoice extends Entity {
  /** The invoice's number. */
  readonly number: string;
  /** The invoice's status. */
  readonly status: "draft" | "sent" | "paid";
  /** The invoice's sent date and time. */
  readonly sentAt: string | null;
  /** What the customer has to know to see it. */
  readonly accessCode: string | null;
}

/** Names the invoice's fields, path and table for the code that handles any entity. */
export const INVOICE_SPEC: EntitySpec = {
  name: "invoice",
  label: "invoice",
  path: "/invoices",
  table: "invoices",
  fields: {
    number: { kind: "string", column: "number", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["draft", "sent", "paid"],
      readOnly: true,
    },
    sentAt: {
      kind: "datetime",
      column: "sent_at",
      nullable: true,
      readOnly: true,
    },
    accessCode: {
      kind: "string",
      column: "access_code",
      nullable: true,
      writeOnly: true,
    },
  },
  search: ["number"],
};
