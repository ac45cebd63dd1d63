/**
 * The session: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A session of the system. */
export interface Session extends Entity {
  /** The session's token. */
  readonly token: string;
}

/** Names the session's fields, path and table for the code that handles any entity. */
export const SESSION_SPEC: EntitySpec = {
  name: "session",
  label: "session",
  path: "/sessions",
  table: "sessions",
  fields: {
    token: { kind: "string", column: "token", nullable: false },
  },
  search: ["token"],
};
