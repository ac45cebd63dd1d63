/**
 * The client: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A client of the system. */
export interface Client extends Entity {
  /** The client's name. */
  readonly name: string;
  /** The client's credit. */
  readonly credit: number;
}

/** Names the client's fields, path and table for the code that handles any entity. */
export const CLIENT_SPEC: EntitySpec = {
  name: "client",
  label: "client",
  path: "/clients",
  table: "clients",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    credit: { kind: "decimal", column: "credit", nullable: false, scale: 2 },
  },
  search: ["name"],
};
