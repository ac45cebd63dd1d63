/**
 * The withdrawal: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** What somebody takes out. */
export interface Withdrawal extends Entity {
  /** The withdrawal's quantity. */
  readonly quantity: number;
  /** The withdrawal's status. */
  readonly status: "planned" | "taken";
  /** The product that the withdrawal belongs to. */
  readonly productId: string;
}

/** Names the withdrawal's fields, path and table for the code that handles any entity. */
export const WITHDRAWAL_SPEC: EntitySpec = {
  name: "withdrawal",
  label: "withdrawal",
  path: "/withdrawals",
  table: "withdrawals",
  fields: {
    quantity: { kind: "integer", column: "quantity", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["planned", "taken"],
    },
    productId: {
      kind: "uuid",
      column: "product_id",
      nullable: false,
      references: {
        entity: "product",
        table: "products",
        onDelete: "restrict",
      },
    },
  },
  search: [],
};
