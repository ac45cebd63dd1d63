/**
 * The changed: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A changed of the system. */
export interface Changed extends Entity {
  /** The changed's uu. */
  readonly uu: string | null;
}

/** Names the changed's fields, path and table for the code that handles any entity. */
export const CHANGED_SPEC: EntitySpec = {
  name: "changed",
  label: "changed",
  path: "/changeds",
  table: "changeds",
  fields: {
    uu: { kind: "string", column: "uu", nullable: true, unique: true },
  },
  search: ["uu"],
};
