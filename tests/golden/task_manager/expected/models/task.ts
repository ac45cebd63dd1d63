/**
 * The task: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A task of the system. */
export interface Task extends Entity {
  /** The task's title. */
  readonly title: string;
  /** The task's description. */
  readonly description: string | null;
  /** Whether the task is completed. */
  readonly completed: boolean;
}

/** Names the task's fields, path and table for the code that handles any entity. */
export const TASK_SPEC: EntitySpec = {
  name: "task",
  label: "task",
  path: "/tasks",
  table: "tasks",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
    description: { kind: "text", column: "description", nullable: true },
    completed: { kind: "boolean", column: "completed", nullable: false },
  },
  search: ["title", "description"],
};
