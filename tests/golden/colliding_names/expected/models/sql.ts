/**
 * The sql: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A sql of the system. */
export interface SQLEntity extends Entity {
  /** The sql's s. */
  readonly s: string;
  /** The api that the sql belongs to. */
  readonly apiId: string;
}

/** Names the sql's fields, path and table for the code that handles any entity. */
export const SQL_SPEC: EntitySpec = {
  name: "sql",
  label: "sql",
  path: "/sqls",
  table: "sqls",
  fields: {
    s: { kind: "string", column: "s", nullable: false },
    apiId: {
      kind: "uuid",
      column: "api_id",
      nullable: false,
      references: { entity: "api", table: "apis", onDelete: "restrict" },
    },
  },
  search: ["s"],
};
