/**
 * The event: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An event of the system. */
export interface EventEntity extends Entity {
  /** The event's request. */
  readonly request: string;
  /** The group that the event belongs to. */
  readonly groupId: string;
}

/** Names the event's fields, path and table for the code that handles any entity. */
export const EVENT_SPEC: EntitySpec = {
  name: "event",
  label: "event",
  path: "/events",
  table: "events",
  fields: {
    request: { kind: "string", column: "request", nullable: false },
    groupId: {
      kind: "uuid",
      column: "group_id",
      nullable: false,
      references: { entity: "group", table: "groups", onDelete: "restrict" },
    },
  },
  search: ["request"],
};
