/**
 * The supplier: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A supplier of the system. */
export interface Supplier extends Entity {
  /** The supplier's name. */
  readonly name: string;
}

/** Names the supplier's fields, path and table for the code that handles any entity. */
export const SUPPLIER_SPEC: EntitySpec = {
  name: "supplier",
  label: "supplier",
  path: "/suppliers",
  table: "suppliers",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
  },
  search: ["name"],
};
