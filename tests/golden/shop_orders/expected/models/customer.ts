/**
 * The customer: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A customer of the system. */
export interface Customer extends Entity {
  /** The customer's name. */
  readonly name: string;
  /** The customer's email. */
  readonly email: string;
  /** The customer's since. */
  readonly since: string | null;
}

/** Names the customer's fields, path and table for the code that handles any entity. */
export const CUSTOMER_SPEC: EntitySpec = {
  name: "customer",
  label: "customer",
  path: "/customers",
  table: "customers",
  fields: {
    name: { kind: "string", column: "name", nullable: false },
    email: { kind: "email", column: "email", nullable: false, unique: true },
    since: { kind: "date", column: "since", nullable: true, immutable: true },
  },
  search: ["name", "email"],
};
