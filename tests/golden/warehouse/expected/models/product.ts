/**
 * The product: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** What lies in the warehouse. */
export interface Product extends Entity {
  /** The product's sku. */
  readonly sku: string;
  /** The product's title. */
  readonly title: string;
  /** The product's stock. */
  readonly stock: number;
  /** The product's status. */
  readonly status: "offered" | "withdrawn";
  /** The supplier that the product belongs to. */
  readonly supplierId: string;
}

/** Names the product's fields, path and table for the code that handles any entity. */
export const PRODUCT_SPEC: EntitySpec = {
  name: "product",
  label: "product",
  path: "/products",
  table: "products",
  fields: {
    sku: { kind: "string", column: "sku", nullable: false, unique: true },
    title: { kind: "string", column: "title", nullable: false },
    stock: { kind: "integer", column: "stock", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["offered", "withdrawn"],
    },
    supplierId: {
      kind: "uuid",
      column: "supplier_id",
      nullable: false,
      references: {
        entity: "supplier",
        table: "suppliers",
        onDelete: "cascade",
      },
    },
  },
  key: "sku",
  softDelete: true,
  search: ["sku", "title"],
};
