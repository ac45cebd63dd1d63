/**
 * The controller: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A controller of the system. */
export interface Controller extends Entity {
  /** The controller's isbn. */
  readonly isbn: string;
  /** The controller's code. */
  readonly code: string;
}

/** Names the controller's fields, path and table for the code that handles any entity. */
export const CONTROLLER_SPEC: EntitySpec = {
  name: "controller",
  label: "controller",
  path: "/controllers",
  table: "controllers",
  fields: {
    isbn: { kind: "string", column: "isbn", nullable: false },
    code: { kind: "string", column: "code", nullable: false },
  },
  search: ["isbn", "code"],
};
