/**
 * The order line: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An order line of the system. */
export interface OrderLine extends Entity {
  /** The order line's product. */
  readonly product: string;
  /** The order line's quantity. */
  readonly quantity: number;
  /** The order line's price. */
  readonly price: number;
  /** The order that the order line belongs to. */
  readonly orderId: string;
}

/** Names the order line's fields, path and table for the code that handles any entity. */
export const ORDER_LINE_SPEC: EntitySpec = {
  name: "order_line",
  label: "order line",
  path: "/order-lines",
  table: "order_lines",
  fields: {
    product: { kind: "string", column: "product", nullable: false },
    quantity: { kind: "integer", column: "quantity", nullable: false },
    price: { kind: "decimal", column: "price", nullable: false, scale: 2 },
    orderId: {
      kind: "uuid",
      column: "order_id",
      nullable: false,
      references: { entity: "order", table: "orders", onDelete: "cascade" },
    },
  },
  search: ["product"],
};
