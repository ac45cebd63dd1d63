/**
 * The user: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** Somebody who reads or writes. */
export interface User extends Entity {
  /** The user's email. */
  readonly email: string;
  /** The user's name. */
  readonly name: string;
  /** The user's bio. */
  readonly bio: string | null;
  /** What the user may do, by name. */
  readonly role: "member" | "editor" | "admin";
}

/** Names the user's fields, path and table for the code that handles any entity. */
export const USER_SPEC: EntitySpec = {
  name: "user",
  label: "user",
  path: "/users",
  table: "users",
  fields: {
    email: { kind: "email", column: "email", nullable: false, unique: true },
    name: { kind: "string", column: "name", nullable: false },
    bio: { kind: "text", column: "bio", nullable: true },
    role: {
      kind: "enum",
      column: "role",
      nullable: false,
      values: ["member", "editor", "admin"],
    },
  },
  search: ["email", "name", "bio"],
};
