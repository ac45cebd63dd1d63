/**
 * The user: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A user of the system. */
export interface User extends Entity {
  /** The user's email. */
  readonly email: string;
  /** The user's full name. */
  readonly fullName: string;
  /** What the user may do, by name. */
  readonly role: "helper" | "vet";
  /** The practice that the user belongs to. */
  readonly practiceId: string;
  /** The user that is the user's mentor. */
  readonly mentorId: string | null;
}

/** Names the user's fields, path and table for the code that handles any entity. */
export const USER_SPEC: EntitySpec = {
  name: "user",
  label: "user",
  path: "/users",
  table: "users",
  fields: {
    email: { kind: "email", column: "email", nullable: false, unique: true },
    fullName: { kind: "string", column: "full_name", nullable: false },
    role: {
      kind: "enum",
      column: "role",
      nullable: false,
      values: ["helper", "vet"],
    },
    practiceId: {
      kind: "uuid",
      column: "practice_id",
      nullable: false,
      immutable: true,
      references: {
        entity: "practice",
        table: "practices",
        onDelete: "restrict",
      },
    },
    mentorId: {
      kind: "uuid",
      column: "mentor_id",
      nullable: true,
      references: {
        entity: "user",
        table: "users",
        onDelete: "clear",
        acyclic: true,
      },
    },
  },
  search: ["email", "fullName"],
};
