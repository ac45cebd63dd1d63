/**
 * The customer: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A customer of the system. */
export interface Customer extends Entity {
  /** The customer's email. */
  readonly email: string;
  /** The customer's name. */
  readonly name: string;
  /** The customer's born. */
  readonly born: string | null;
  /** The customer's website. */
  readonly website: string | null;
}

/** Names the customer's fields, path and table for the code that handles any entity. */
export const CUSTOMER_SPEC: EntitySpec = {
  name: "customer",
  label: "customer",
  path: "/customers",
  table: "customers",
  fields: {
    email: { kind: "email", column: "email", nullable: false, unique: true },
    name: { kind: "string", column: "name", nullable: false },
    born: { kind: "date", column: "born", nullable: true },
    website: { kind: "url", column: "website", nullable: true, unique: true },
  },
  search: ["email", "name", "website"],
};
