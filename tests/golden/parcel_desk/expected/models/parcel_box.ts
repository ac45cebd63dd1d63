/**
 * The parcel box: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { AggregateSpec } from "../kit/aggregate_spec.ts";
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** A parcel box of the system. */
export interface ParcelBox extends Entity {
  /** The parcel box's box number. */
  readonly boxNumber: string;
  /** The parcel box's due date. */
  readonly dueOn: string | null;
  /** The parcel box's weight grams. */
  readonly weightGrams: number | null;
  /** The parcel box's gate code. */
  readonly gateCode: string | null;
  /** The user that is the parcel box's sender of. */
  readonly senderOfId: string;
}

/** Names the parcel box's fields, path and table for the code that handles any entity. */
export const PARCEL_BOX_SPEC: EntitySpec = {
  name: "parcel_box",
  label: "parcel box",
  path: "/parcel-boxes",
  table: "parcel_boxes",
  fields: {
    boxNumber: {
      kind: "string",
      column: "box_number",
      nullable: false,
      unique: true,
    },
    dueOn: { kind: "date", column: "due_on", nullable: true },
    weightGrams: { kind: "integer", column: "weight_grams", nullable: true },
    gateCode: {
      kind: "string",
      column: "gate_code",
      nullable: true,
      writeOnly: true,
    },
    senderOfId: {
      kind: "uuid",
      column: "sender_of_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "restrict" },
    },
  },
  search: ["boxNumber"],
};

/** What the parcel boxes of a list come to, by the last segments of their paths. */
export const PARCEL_BOX_AGGREGATES: readonly AggregateSpec[] = [{
  name: "by-sender",
  by: [{ field: "senderOfId" }],
  sum: ["weightGrams"],
  avg: ["weightGrams"],
}, { name: "due-each-day", by: [{ field: "dueOn" }], max: ["weightGrams"] }];
