/**
 * The tool: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A tool of the system. */
export interface Tool extends Entity {
  /** The tool's name. */
  readonly name: string;
  /** Whether the tool is broken. */
  readonly broken: boolean;
}

/** Names the tool's fields, path and table for the code that handles any entity. */
export const TOOL_SPEC: EntitySpec = {
  name: "tool",
  label: "tool",
  path: "/tools",
  table: "tools",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    broken: { kind: "boolean", column: "broken", nullable: false },
  },
  search: ["name"],
};
