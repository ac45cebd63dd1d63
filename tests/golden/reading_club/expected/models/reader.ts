/**
 * The reader: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A reader of the system. */
export interface Reader extends Entity {
  /** The reader's email. */
  readonly email: string;
  /** The reader's name. */
  readonly name: string;
  /** The reader's about. */
  readonly about: string;
}

/** Names the reader's fields, path and table for the code that handles any entity. */
export const READER_SPEC: EntitySpec = {
  name: "reader",
  label: "reader",
  path: "/readers",
  table: "readers",
  fields: {
    email: { kind: "email", column: "email", nullable: false, unique: true },
    name: { kind: "string", column: "name", nullable: false, unique: true },
    about: { kind: "text", column: "about", nullable: false },
  },
  search: ["email", "name", "about"],
};
