/**
 * The practice: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A practice of the system. */
export interface Practice extends Entity {
  /** The practice's name. */
  readonly name: string;
  /** The practice's open since. */
  readonly openSince: string | null;
}

/** Names the practice's fields, path and table for the code that handles any entity. */
export const PRACTICE_SPEC: EntitySpec = {
  name: "practice",
  label: "practice",
  path: "/practices",
  table: "practices",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    openSince: { kind: "date", column: "open_since", nullable: true },
  },
  search: ["name"],
};
