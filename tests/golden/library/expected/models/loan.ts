/**
 * The loan: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A loan of the system. */
export interface Loan extends Entity {
  /** The loan's loan. */
  readonly loan: string | null;
  /** Whether the loan is returned. */
  readonly returned: boolean;
}

/** Names the loan's fields, path and table for the code that handles any entity. */
export const LOAN_SPEC: EntitySpec = {
  name: "loan",
  label: "loan",
  path: "/loans",
  table: "loans",
  fields: {
    loan: { kind: "string", column: "loan", nullable: true },
    returned: { kind: "boolean", column: "returned", nullable: false },
  },
  search: ["loan"],
};
