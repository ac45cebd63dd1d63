/**
 * The bill: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { AggregateSpec } from "../kit/aggregate_spec.ts";
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A bill of the system. */
export interface Bill extends Entity {
  /** The bill's code. */
  readonly code: string;
  /** The bill's payer. */
  readonly payer: string;
  /** The bill's status. */
  readonly status: "open" | "paid";
  /** The bill's due date. */
  readonly dueOn: string | null;
  /** The bill's inner. */
  readonly inner: string | null;
}

/** Names the bill's fields, path and table for the code that handles any entity. */
export const BILL_SPEC: EntitySpec = {
  name: "bill",
  label: "bill",
  path: "/bills",
  table: "bills",
  fields: {
    code: { kind: "string", column: "code", nullable: false, unique: true },
    payer: { kind: "string", column: "payer", nullable: false },
    status: {
      kind: "enum",
      column: "status",
      nullable: false,
      values: ["open", "paid"],
    },
    dueOn: { kind: "date", column: "due_on", nullable: true },
    inner: { kind: "string", column: "inner", nullable: true },
  },
  search: ["code", "payer", "inner"],
};

/** What the bills of a list come to, by the last segments of their paths. */
export const BILL_AGGREGATES: readonly AggregateSpec[] = [{
  name: "by-status",
  by: [{ field: "status" }],
}, {
  name: "due-each-month",
  by: [{ field: "payer" }, { field: "dueOn", part: "month" }],
  min: ["dueOn"],
}];
