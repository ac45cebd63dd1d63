/**
 * The label: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A label of the system. */
export interface Label extends Entity {
  /** The label's word. */
  readonly word: string;
}

/** Names the label's fields, path and table for the code that handles any entity. */
export const LABEL_SPEC: EntitySpec = {
  name: "label",
  label: "label",
  path: "/labels",
  table: "labels",
  fields: {
    word: { kind: "string", column: "word", nullable: false, unique: true },
  },
  search: ["word"],
};
