/**
 * The order: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An order of the system. */
export interface Order extends Entity {
  /** The order's customer. */
  readonly customer: string;
  /** The order's weight grams. */
  readonly weightGrams: number;
  /** The order's zone. */
  readonly zone: "domestic" | "europe" | "world";
  /** The order's subtotal. */
  readonly subtotal: number;
  /** Whether the order is express. */
  readonly express: boolean;
  /** The order's status. */
  readonly status: "open" | "shipped";
  /** The order's shipping cost. */
  readonly shippingCost: number | null;
}

/** Names the order's fields, path and table for the code that handles any entity. */
export const ORDER_SPEC: EntitySpec = {
  name: "order",
  label: "order",
  path: "/orders",
  table: "orders",
  fields: {
    customer: { kind: "string", column: "customer", nullable: false },
    weightGrams: { kind: "integer", column: "weight_grams", nullable: false },
    zone: {
      kind: "enum",
      column: "zone",
      nullable: false,
      values: ["domestic", "europe", "world"],
    },
    subtotal: {
      kind: "decimal",
      column: "subtotal",
      nullable: false,
      scale: 2,
    },
    express: { kind: "boolean", column: "express", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "shipped"],
    },
    shippingCost: {
      kind: "decimal",
      column: "shipping_cost",
      nullable: true,
      scale: 2,
      readOnly: true,
    },
  },
  search: ["customer"],
};
