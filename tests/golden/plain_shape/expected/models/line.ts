/**
 * The line: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { AggregateSpec } from "../kit/aggregate_spec.ts";
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A line of the system. */
export interface Line extends Entity {
  /** The line's text. */
  readonly text: string;
  /** The line's amount. */
  readonly amount: number;
  /** The line's pieces. */
  readonly pieces: number;
  /** The bill that the line belongs to. */
  readonly billId: string;
}

/** Names the line's fields, path and table for the code that handles any entity. */
export const LINE_SPEC: EntitySpec = {
  name: "line",
  label: "line",
  path: "/lines",
  table: "lines",
  fields: {
    text: { kind: "string", column: "text", nullable: false },
    amount: { kind: "decimal", column: "amount", nullable: false, scale: 2 },
    pieces: { kind: "integer", column: "pieces", nullable: false },
    billId: {
      kind: "uuid",
      column: "bill_id",
      nullable: false,
      references: { entity: "bill", table: "bills", onDelete: "cascade" },
    },
  },
  search: ["text"],
};

/** What the lines of a list come to, by the last segments of their paths. */
export const LINE_AGGREGATES: readonly AggregateSpec[] = [{
  name: "by-text",
  by: [{ field: "text" }],
  sum: ["amount", "pieces"],
  avg: ["amount"],
  max: ["pieces"],
}];
