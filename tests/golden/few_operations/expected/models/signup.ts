/**
 * The signup: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A signup of the system. */
export interface Signup extends Entity {
  /** The signup's email. */
  readonly email: string;
}

/** Names the signup's fields, path and table for the code that handles any entity. */
export const SIGNUP_SPEC: EntitySpec = {
  name: "signup",
  label: "signup",
  path: "/signups",
  table: "signups",
  fields: {
    email: { kind: "email", column: "email", nullable: false },
  },
  search: ["email"],
};
