/**
 * The invoice line: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An invoice line of the system. */
export interface InvoiceLine extends Entity {
  /** The invoice line's description. */
  readonly description: string;
  /** The invoice line's quantity. */
  readonly quantity: number;
  /** The invoice line's unit price. */
  readonly unitPrice: number;
  /** The invoice line's discount. */
  readonly discount: number;
  /** The invoice line's tax rate. */
  readonly taxRate: number | null;
  /** The invoice line's amount. */
  readonly amount: number;
  /** The invoice line's tax. */
  readonly tax: number | null;
  /** The invoice line's total. */
  readonly total: number | null;
  /** The invoice line's per piece. */
  readonly perPiece: number;
  /** The invoice that the invoice line belongs to. */
  readonly invoiceId: string;
}

/** Names the invoice line's fields, path and table for the code that handles any entity. */
export const INVOICE_LINE_SPEC: EntitySpec = {
  name: "invoice_line",
  label: "invoice line",
  path: "/invoice-lines",
  table: "invoice_lines",
  fields: {
    description: { kind: "string", column: "description", nullable: false },
    quantity: { kind: "integer", column: "quantity", nullable: false },
    unitPrice: {
      kind: "decimal",
      column: "unit_price",
      nullable: false,
      scale: 2,
    },
    discount: {
      kind: "decimal",
      column: "discount",
      nullable: false,
      scale: 2,
    },
    taxRate: { kind: "decimal", column: "tax_rate", nullable: true, scale: 3 },
    amount: {
      kind: "decimal",
      column: "amount",
      nullable: false,
      scale: 2,
      readOnly: true,
    },
    tax: {
      kind: "decimal",
      column: "tax",
      nullable: true,
      scale: 2,
      readOnly: true,
    },
    total: {
      kind: "decimal",
      column: "total",
      nullable: true,
      scale: 2,
      readOnly: true,
    },
    perPiece: {
      kind: "decimal",
      column: "per_piece",
      nullable: false,
      scale: 4,
      readOnly: true,
    },
    invoiceId: {
      kind: "uuid",
      column: "invoice_id",
      nullable: false,
      references: { entity: "invoice", table: "invoices", onDelete: "cascade" },
    },
  },
  search: ["description"],
};
