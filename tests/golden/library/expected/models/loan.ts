/**
 * The loan: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A loan of the system. */
export interface Loan extends Entity {
  /** The loan's due date. */
  readonly dueDate: string | null;
  /** Whether the loan is returned. */
  readonly returned: boolean;
  /** The book that the loan belongs to. */
  readonly bookId: string;
  /** The member that the loan belongs to. */
  readonly memberId: string;
}

/** Names the loan's fields, path and table for the code that handles any entity. */
export const LOAN_SPEC: EntitySpec = {
  name: "loan",
  label: "loan",
  path: "/loans",
  table: "loans",
  fields: {
    dueDate: { kind: "date", column: "due_date", nullable: true },
    returned: { kind: "boolean", column: "returned", nullable: false },
    bookId: {
      kind: "uuid",
      column: "book_id",
      nullable: false,
      references: { entity: "book", table: "books", onDelete: "restrict" },
    },
    memberId: {
      kind: "uuid",
      column: "member_id",
      nullable: false,
      references: { entity: "member", table: "members", onDelete: "restrict" },
    },
  },
  search: [],
};
