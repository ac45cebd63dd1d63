/**
 * The rental: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A tool for one person at a time. */
export interface Rental extends Entity {
  /** The rental's status. */
  readonly status: "asked" | "confirmed" | "cancelled";
  /** The rental's starts date and time. */
  readonly startsAt: string;
  /** The rental's ends date and time. */
  readonly endsAt: string;
  /** The rental's person. */
  readonly person: string;
  /** The tool that the rental belongs to. */
  readonly toolId: string;
}

/** Names the rental's fields, path and table for the code that handles any entity. */
export const RENTAL_SPEC: EntitySpec = {
  name: "rental",
  label: "rental",
  path: "/rentals",
  table: "rentals",
  fields: {
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["asked", "confirmed", "cancelled"],
    },
    startsAt: { kind: "datetime", column: "starts_at", nullable: false },
    endsAt: { kind: "datetime", column: "ends_at", nullable: false },
    person: { kind: "email", column: "person", nullable: false },
    toolId: {
      kind: "uuid",
      column: "tool_id",
      nullable: false,
      references: { entity: "tool", table: "tools", onDelete: "restrict" },
    },
  },
  noOverlap: [{
    from: "startsAt",
    until: "endsAt",
    within: ["toolId"],
    when: { status: ["asked", "confirmed"] },
  }],
  search: ["person"],
};
