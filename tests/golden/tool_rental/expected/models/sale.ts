/**
 * The sale: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** What is used up is bought; what has been placed is not edited. */
export interface Sale extends Entity {
  /** The sale's status. */
  readonly status: "open" | "placed" | "cancelled";
  /** The sale's quantity. */
  readonly quantity: number;
  /** The sale's points. */
  readonly points: number;
  /** The item that the sale belongs to. */
  readonly itemId: string;
  /** The client that the sale belongs to. */
  readonly clientId: string | null;
}

/** Names the sale's fields, path and table for the code that handles any entity. */
export const SALE_SPEC: EntitySpec = {
  name: "sale",
  label: "sale",
  path: "/sales",
  table: "sales",
  fields: {
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "placed", "cancelled"],
    },
    quantity: { kind: "integer", column: "quantity", nullable: false },
    points: { kind: "decimal", column: "points", nullable: false, scale: 1 },
    itemId: {
      kind: "uuid",
      column: "item_id",
      nullable: false,
      references: { entity: "item", table: "items", onDelete: "cascade" },
    },
    clientId: {
      kind: "uuid",
      column: "client_id",
      nullable: true,
      references: { entity: "client", table: "clients", onDelete: "clear" },
    },
  },
  softDelete: true,
  search: [],
};
