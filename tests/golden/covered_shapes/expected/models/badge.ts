/**
 * The badge: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A badge of the system. */
export interface Badge extends Entity {
  /** The badge's number. */
  readonly number: number;
}

/** Names the badge's fields, path and table for the code that handles any entity. */
export const BADGE_SPEC: EntitySpec = {
  name: "badge",
  label: "badge",
  path: "/badges",
  table: "badges",
  fields: {
    number: {
      kind: "integer",
      column: "number",
      nullable: false,
      unique: true,
      immutable: true,
    },
  },
  search: [],
};
