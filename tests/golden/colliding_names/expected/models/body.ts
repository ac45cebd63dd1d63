/**
 * The body: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A body of the system. */
export interface Body extends Entity {
  /** Whether the body is enabled. */
  readonly enabled: boolean | null;
  /** The body's name. */
  readonly name: string;
}

/** Names the body's fields, path and table for the code that handles any entity. */
export const BODY_SPEC: EntitySpec = {
  name: "body",
  label: "body",
  path: "/bodies",
  table: "bodies",
  fields: {
    enabled: { kind: "boolean", column: "enabled", nullable: true },
    name: { kind: "string", column: "name", nullable: false },
  },
  search: ["name"],
};
