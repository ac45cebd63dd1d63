/**
 * The organisation: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** An organisation of the system. */
export interface Organisation extends Entity {
  /** The organisation's name. */
  readonly name: string;
  /** The organisation's site. */
  readonly site: string | null;
}

/** Names the organisation's fields, path and table for the code that handles any entity. */
export const ORGANISATION_SPEC: EntitySpec = {
  name: "organisation",
  label: "organisation",
  path: "/organisations",
  table: "organisations",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    site: { kind: "url", column: "site", nullable: true },
  },
  search: ["name", "site"],
};
