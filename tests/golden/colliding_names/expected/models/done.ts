/**
 * The done: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A done of the system. */
export interface Done extends Entity {
  /** The done's status. */
  readonly status: "a" | "b";
}

/** Names the done's fields, path and table for the code that handles any entity. */
export const DONE_SPEC: EntitySpec = {
  name: "done",
  label: "done",
  path: "/dones",
  table: "dones",
  fields: {
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["a", "b"],
    },
  },
  search: [],
};
