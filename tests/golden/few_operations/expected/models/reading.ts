/**
 * The reading: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A reading of the system. */
export interface Reading extends Entity {
  /** The reading's value. */
  readonly value: number | null;
}

/** Names the reading's fields, path and table for the code that handles any entity. */
export const READING_SPEC: EntitySpec = {
  name: "reading",
  label: "reading",
  path: "/readings",
  table: "readings",
  fields: {
    value: { kind: "number", column: "value", nullable: true },
  },
  search: [],
};
