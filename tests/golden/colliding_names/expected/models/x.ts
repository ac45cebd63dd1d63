/**
 * The x: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A x of the system. */
export interface X extends Entity {
  /** The x's y. */
  readonly y: string | null;
}

/** Names the x's fields, path and table for the code that handles any entity. */
export const X_SPEC: EntitySpec = {
  name: "x",
  label: "x",
  path: "/xes",
  table: "xes",
  fields: {
    y: { kind: "text", column: "y", nullable: true },
  },
  search: ["y"],
};
