/**
 * The api: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An api of the system. */
export interface API extends Entity {
  /** The api's n. */
  readonly n: string | null;
}

/** Names the api's fields, path and table for the code that handles any entity. */
export const API_SPEC: EntitySpec = {
  name: "api",
  label: "api",
  path: "/apis",
  table: "apis",
  fields: {
    n: { kind: "string", column: "n", nullable: true },
  },
  search: ["n"],
};
