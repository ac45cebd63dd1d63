/**
 * The badge: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A badge of the system. */
export interface Badge extends Entity {
  /** The badge's color. */
  readonly color: "red" | "green";
  /** The employee that the badge belongs to. */
  readonly employeeId: string;
  /** The badge that is the badge's replaces. */
  readonly replacesId: string | null;
}

/** Names the badge's fields, path and table for the code that handles any entity. */
export const BADGE_SPEC: EntitySpec = {
  name: "badge",
  label: "badge",
  path: "/badges",
  table: "badges",
  fields: {
    color: {
      kind: "enum",
      column: "color",
      nullable: false,
      values: ["red", "green"],
    },
    employeeId: {
      kind: "uuid",
      column: "employee_id",
      nullable: false,
      unique: true,
      references: {
        entity: "employee",
        table: "employees",
        onDelete: "cascade",
      },
    },
    replacesId: {
      kind: "uuid",
      column: "replaces_id",
      nullable: true,
      unique: true,
      references: {
        entity: "badge",
        table: "badges",
        onDelete: "restrict",
        acyclic: true,
      },
    },
  },
  search: [],
};
