/**
 * The receipt: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A receipt of the system. */
export interface Receipt extends Entity {
  /** The receipt's t. */
  readonly t: string | null;
  /** The x that the receipt belongs to. */
  readonly xId: string;
}

/** Names the receipt's fields, path and table for the code that handles any entity. */
export const RECEIPT_SPEC: EntitySpec = {
  name: "receipt",
  label: "receipt",
  path: "/receipts",
  table: "receipts",
  fields: {
    t: { kind: "string", column: "t", nullable: true },
    xId: {
      kind: "uuid",
      column: "x_id",
      nullable: false,
      references: { entity: "x", table: "xes", onDelete: "restrict" },
    },
  },
  search: ["t"],
};
