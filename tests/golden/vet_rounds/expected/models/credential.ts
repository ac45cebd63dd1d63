/**
 * The credential: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** What a user signs in with. */
export interface Credential extends Entity {
  /** The hash of the password. */
  readonly passwordHash: string;
  /** The user that the credential belongs to. */
  readonly userId: string;
}

/** Names the credential's fields, path and table for the code that handles any entity. */
export const CREDENTIAL_SPEC: EntitySpec = {
  name: "credential",
  label: "credential",
  path: "/credentials",
  table: "credentials",
  fields: {
    passwordHash: { kind: "string", column: "password_hash", nullable: false },
    userId: {
      kind: "uuid",
      column: "user_id",
      nullable: false,
      unique: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  search: [],
};
