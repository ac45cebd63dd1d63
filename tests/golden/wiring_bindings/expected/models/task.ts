/**
 * The task: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A task of the system. */
export interface Task extends Entity {
  /** Whatever the client keeps in it. */
  readonly data: unknown;
}

/** Names the task's fields, path and table for the code that handles any entity. */
export const TASK_SPEC: EntitySpec = {
  name: "task",
  label: "task",
  path: "/tasks",
  table: "tasks",
  fields: {
    data: { kind: "json", column: "data", nullable: false },
  },
  search: [],
};
