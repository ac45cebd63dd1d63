/**
 * The setting: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A setting of the system. */
export interface Setting extends Entity {
  /** The setting's value. */
  readonly value: string | null;
}

/** Names the setting's fields, path and table for the code that handles any entity. */
export const SETTING_SPEC: EntitySpec = {
  name: "setting",
  label: "setting",
  path: "/settings",
  table: "settings",
  fields: {
    value: { kind: "string", column: "value", nullable: true },
  },
  search: ["value"],
};
