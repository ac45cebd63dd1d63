/**
 * The shift: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** The desk is open for days on end, one person at a time. */
export interface Shift extends Entity {
  /** The shift's first day. */
  readonly firstDay: string | null;
  /** The shift's free day. */
  readonly freeDay: string | null;
}

/** Names the shift's fields, path and table for the code that handles any entity. */
export const SHIFT_SPEC: EntitySpec = {
  name: "shift",
  label: "shift",
  path: "/shifts",
  table: "shifts",
  fields: {
    firstDay: { kind: "date", column: "first_day", nullable: true },
    freeDay: { kind: "date", column: "free_day", nullable: true },
  },
  noOverlap: [{ from: "firstDay", until: "freeDay" }],
  search: [],
};
