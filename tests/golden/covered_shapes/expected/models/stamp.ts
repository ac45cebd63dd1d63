/**
 * The stamp: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A stamp of the system. */
export interface Stamp extends Entity {
  /** The stamp's motif. */
  readonly motif: string | null;
}

/** Names the stamp's fields, path and table for the code that handles any entity. */
export const STAMP_SPEC: EntitySpec = {
  name: "stamp",
  label: "stamp",
  path: "/stamps",
  table: "stamps",
  fields: {
    motif: { kind: "string", column: "motif", nullable: true, immutable: true },
  },
  search: ["motif"],
};
