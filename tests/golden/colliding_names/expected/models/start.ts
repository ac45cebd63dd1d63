/**
 * The start: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A start of the system. */
export interface Start extends Entity {
  /** The start's d. */
  readonly d: number;
}

/** Names the start's fields, path and table for the code that handles any entity. */
export const START_SPEC: EntitySpec = {
  name: "start",
  label: "start",
  path: "/starts",
  table: "starts",
  fields: {
    d: {
      kind: "decimal",
      column: "d",
      nullable: false,
      scale: 2,
      unique: true,
    },
  },
  search: [],
};
