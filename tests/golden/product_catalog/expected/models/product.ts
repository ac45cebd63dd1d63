/**
 * The product: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A product of the system. */
export interface Product extends Entity {
  /** The product's name. */
  readonly name: string;
  /** The product's price. */
  readonly price: number | null;
  /** The product's sku. */
  readonly sku: string | null;
  /** The product's category. */
  readonly category: string | null;
  /** Whether the product is active. */
  readonly isActive: boolean;
}

/** Names the product's fields, path and table for the code that handles any entity. */
export const PRODUCT_SPEC: EntitySpec = {
  name: "product",
  label: "product",
  path: "/products",
  table: "products",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    price: { kind: "decimal", column: "price", nullable: true, scale: 2 },
    sku: { kind: "string", column: "sku", nullable: true, unique: true },
    category: { kind: "string", column: "category", nullable: true },
    isActive: { kind: "boolean", column: "is_active", nullable: false },
  },
  search: ["name", "sku", "category"],
};
