/**
 * The refresh token: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** What is left of a login. */
export interface RefreshToken extends Entity {
  /** The hash of the latest token. */
  readonly tokenHash: string;
  /** When the latest token expires. */
  readonly expiresAt: string;
  /** The user that the refresh token belongs to. */
  readonly userId: string;
}

/** Names the refresh token's fields, path and table for the code that handles any entity. */
export const REFRESH_TOKEN_SPEC: EntitySpec = {
  name: "refresh_token",
  label: "refresh token",
  path: "/refresh-tokens",
  table: "refresh_tokens",
  fields: {
    tokenHash: { kind: "string", column: "token_hash", nullable: false },
    expiresAt: { kind: "datetime", column: "expires_at", nullable: false },
    userId: {
      kind: "uuid",
      column: "user_id",
      nullable: false,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
  },
  search: [],
};
