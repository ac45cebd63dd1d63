/**
 * The reading: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A reading of the system. */
export interface Reading extends Entity {
  /** The reading's sensor. */
  readonly sensor: string;
  /** The reading's value. */
  readonly value: number;
  /** The reading's serial. */
  readonly serial: number | null;
}

/** Names the reading's fields, path and table for the code that handles any entity. */
export const READING_SPEC: EntitySpec = {
  name: "reading",
  label: "reading",
  path: "/readings",
  table: "readings",
  fields: {
    sensor: { kind: "string", column: "sensor", nullable: false },
    value: { kind: "decimal", column: "value", nullable: false, scale: 1 },
    serial: { kind: "integer", column: "serial", nullable: true, unique: true },
  },
  search: ["sensor"],
};
