/**
 * The order: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** What a customer has bought. */
export interface Order extends Entity {
  /** The order's number. */
  readonly number: string;
  /** The order's status. */
  readonly status: "open" | "paid" | "shipped" | "cancelled";
  /** The order's total. */
  readonly total: number;
  /** The order's weight. */
  readonly weight: number | null;
  /** The order's items. */
  readonly items: number;
  /** Whether the order is gift. */
  readonly gift: boolean;
  /** The order's paid date and time. */
  readonly paidAt: string | null;
  /** The order's pickup. */
  readonly pickup: string | null;
  /** The order's tracking. */
  readonly tracking: string | null;
  /** The order's extras. */
  readonly extras: unknown | null;
  /** The customer that the order belongs to. */
  readonly customerId: string;
  /** The customer that is the order's referrer. */
  readonly referrerId: string | null;
}

/** Names the order's fields, path and table for the code that handles any entity. */
export const ORDER_SPEC: EntitySpec = {
  name: "order",
  label: "order",
  path: "/orders",
  table: "orders",
  fields: {
    number: {
      kind: "string",
      column: "number",
      nullable: false,
      unique: true,
      immutable: true,
    },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "paid", "shipped", "cancelled"],
    },
    total: { kind: "decimal", column: "total", nullable: false, scale: 2 },
    weight: { kind: "number", column: "weight", nullable: true },
    items: { kind: "integer", column: "items", nullable: false },
    gift: { kind: "boolean", column: "gift", nullable: false },
    paidAt: { kind: "datetime", column: "paid_at", nullable: true },
    pickup: { kind: "time", column: "pickup", nullable: true },
    tracking: { kind: "url", column: "tracking", nullable: true },
    extras: { kind: "json", column: "extras", nullable: true },
    customerId: {
      kind: "uuid",
      column: "customer_id",
      nullable: false,
      references: {
        entity: "customer",
        table: "customers",
        onDelete: "cascade",
      },
    },
    referrerId: {
      kind: "uuid",
      column: "referrer_id",
      nullable: true,
      references: { entity: "customer", table: "customers", onDelete: "clear" },
    },
  },
  search: ["number", "tracking"],
};
