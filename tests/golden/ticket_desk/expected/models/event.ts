/**
 * The event: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An event of the system. */
export interface EventEntity extends Entity {
  /** The event's title. */
  readonly title: string;
}

/** Names the event's fields, path and table for the code that handles any entity. */
export const EVENT_SPEC: EntitySpec = {
  name: "event",
  label: "event",
  path: "/events",
  table: "events",
  fields: {
    title: { kind: "string", column: "title", nullable: false },
  },
  search: ["title"],
};
