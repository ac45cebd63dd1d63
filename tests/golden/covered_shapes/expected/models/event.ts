/**
 * The event: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An event of the system. */
export interface EventEntity extends Entity {
  /** The event's name. */
  readonly name: string;
  /** The event's starts date and time. */
  readonly startsAt: string;
  /** The event's ended date. */
  readonly endedOn: string | null;
}

/** Names the event's fields, path and table for the code that handles any entity. */
export const EVENT_SPEC: EntitySpec = {
  name: "event",
  label: "event",
  path: "/events",
  table: "events",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    startsAt: { kind: "datetime", column: "starts_at", nullable: false },
    endedOn: { kind: "date", column: "ended_on", nullable: true },
  },
  search: ["name"],
};
