/**
 * The remedy: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A remedy of the system. */
export interface Remedy extends Entity {
  /** The remedy's name. */
  readonly name: string;
  /** The practice that the remedy belongs to. */
  readonly practiceId: string;
}

/** Names the remedy's fields, path and table for the code that handles any entity. */
export const REMEDY_SPEC: EntitySpec = {
  name: "remedy",
  label: "remedy",
  path: "/remedies",
  table: "remedies",
  fields: {
    name: { kind: "string", column: "name", nullable: false, unique: true },
    practiceId: {
      kind: "uuid",
      column: "practice_id",
      nullable: false,
      immutable: true,
      references: {
        entity: "practice",
        table: "practices",
        onDelete: "restrict",
      },
    },
  },
  search: ["name"],
};
