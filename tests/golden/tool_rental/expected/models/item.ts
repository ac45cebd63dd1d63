/**
 * The item: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** One that is deleted can be restored. */
export interface Item extends Entity {
  /** The item's name. */
  readonly name: string;
  /** The item's stock. */
  readonly stock: number;
}

/** Names the item's fields, path and table for the code that handles any entity. */
export const ITEM_SPEC: EntitySpec = {
  name: "item",
  label: "item",
  path: "/items",
  table: "items",
  fields: {
    name: { kind: "string", column: "name", nullable: false, unique: true },
    stock: { kind: "integer", column: "stock", nullable: false },
  },
  softDelete: true,
  search: ["name"],
};
