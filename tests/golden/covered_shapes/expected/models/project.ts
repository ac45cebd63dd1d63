/**
 * The project: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A project of the system. */
export interface Project extends Entity {
  /** The project's name. */
  readonly name: string;
}

/** Names the project's fields, path and table for the code that handles any entity. */
export const PROJECT_SPEC: EntitySpec = {
  name: "project",
  label: "project",
  path: "/projects",
  table: "projects",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
  },
  search: ["name"],
};
