/**
 * The order: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An order of the system. */
export interface Order extends Entity {
  /** The order's number. */
  readonly number: string;
  /** The order's total. */
  readonly total: number;
  /** The order's weight. */
  readonly weight: number | null;
  /** The order's units. */
  readonly units: number;
  /** The order's status. */
  readonly status: "open" | "paid" | "shipped";
  /** Whether the order is express. */
  readonly express: boolean;
  /** The order's due date. */
  readonly dueOn: string | null;
  /** The order's paid date and time. */
  readonly paidAt: string | null;
  /** The order's call at. */
  readonly callAt: string | null;
  /** The order's note. */
  readonly note: string | null;
  /** The order's extra. */
  readonly extra: unknown | null;
  /** The customer that the order belongs to. */
  readonly customerId: string;
  /** The order that is the order's replaces. */
  readonly replacesId: string | null;
}

/** Names the order's fields, path and table for the code that handles any entity. */
export const ORDER_SPEC: EntitySpec = {
  name: "order",
  label: "order",
  path: "/orders",
  table: "orders",
  fields: {
    number: { kind: "string", column: "number", nullable: false, unique: true },
    total: { kind: "decimal", column: "total", nullable: false, scale: 2 },
    weight: { kind: "number", column: "weight", nullable: true },
    units: { kind: "integer", column: "units", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "paid", "shipped"],
    },
    express: { kind: "boolean", column: "express", nullable: false },
    dueOn: { kind: "date", column: "due_on", nullable: true },
    paidAt: { kind: "datetime", column: "paid_at", nullable: true },
    callAt: { kind: "time", column: "call_at", nullable: true },
    note: { kind: "text", column: "note", nullable: true },
    extra: { kind: "json", column: "extra", nullable: true },
    customerId: {
      kind: "uuid",
      column: "customer_id",
      nullable: false,
      references: {
        entity: "customer",
        table: "customers",
        onDelete: "restrict",
      },
    },
    replacesId: {
      kind: "uuid",
      column: "replaces_id",
      nullable: true,
      references: {
        entity: "order",
        table: "orders",
        onDelete: "clear",
        acyclic: true,
      },
    },
  },
  search: ["number", "note"],
};
