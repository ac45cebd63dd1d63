/**
 * The profile: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A profile of the system. */
export interface Profile extends Entity {
  /** The profile's name. */
  readonly name: string | null;
}

/** Names the profile's fields, path and table for the code that handles any entity. */
export const PROFILE_SPEC: EntitySpec = {
  name: "profile",
  label: "profile",
  path: "/profiles",
  table: "profiles",
  fields: {
    name: { kind: "string", column: "name", nullable: true },
  },
  search: ["name"],
};
