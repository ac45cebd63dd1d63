/**
 * The employee: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An employee of the system. */
export interface Employee extends Entity {
  /** The employee's name. */
  readonly name: string;
  /** The employee's email. */
  readonly email: string;
  /** The employee that is the employee's manager. */
  readonly managerId: string | null;
  /** The employee that is the employee's buddy. */
  readonly buddyId: string | null;
}

/** Names the employee's fields, path and table for the code that handles any entity. */
export const EMPLOYEE_SPEC: EntitySpec = {
  name: "employee",
  label: "employee",
  path: "/employees",
  table: "employees",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    email: {
      kind: "email",
      column: "email",
      nullable: false,
      unique: true,
      immutable: true,
    },
    managerId: {
      kind: "uuid",
      column: "manager_id",
      nullable: true,
      references: {
        entity: "employee",
        table: "employees",
        onDelete: "clear",
        acyclic: true,
      },
    },
    buddyId: {
      kind: "uuid",
      column: "buddy_id",
      nullable: true,
      references: { entity: "employee", table: "employees", onDelete: "clear" },
    },
  },
  search: ["name", "email"],
};
