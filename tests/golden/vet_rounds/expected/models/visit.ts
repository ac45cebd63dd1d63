/**
 * The visit: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { AggregateSpec } from "../kit/aggregate_spec.ts";
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";
import type { FileRule, StoredFile } from "../kit/stored_file.ts";

/** A visit of the system. */
export interface Visit extends Entity {
  /** The visit's number. */
  readonly number: number;
  /** The visit's reason. */
  readonly reason: string;
  /** The visit's fee. */
  readonly fee: number;
  /** The visit's due date. */
  readonly dueOn: string | null;
  /** The visit's x ray. */
  readonly xRay: StoredFile | null;
  /** The practice that the visit belongs to. */
  readonly practiceId: string;
  /** The animal that the visit belongs to. */
  readonly animalId: string;
  /** The user that is the visit's by. */
  readonly byId: string;
  /** The user that is the visit's helper. */
  readonly helperId: string | null;
}

/** Names the visit's fields, path and table for the code that handles any entity. */
export const VISIT_SPEC: EntitySpec = {
  name: "visit",
  label: "visit",
  path: "/visits",
  table: "visits",
  fields: {
    number: {
      kind: "integer",
      column: "number",
      nullable: false,
      readOnly: true,
      unique: true,
      serial: true,
    },
    reason: { kind: "string", column: "reason", nullable: false },
    fee: { kind: "decimal", column: "fee", nullable: false, scale: 2 },
    dueOn: { kind: "date", column: "due_on", nullable: true },
    xRay: { kind: "json", column: "x_ray", nullable: true, readOnly: true },
    practiceId: {
      kind: "uuid",
      column: "practice_id",
      nullable: false,
      immutable: true,
      references: {
        entity: "practice",
        table: "practices",
        onDelete: "restrict",
      },
    },
    animalId: {
      kind: "uuid",
      column: "animal_id",
      nullable: false,
      references: { entity: "animal", table: "animals", onDelete: "cascade" },
    },
    byId: {
      kind: "uuid",
      column: "by_id",
      nullable: false,
      immutable: true,
      references: { entity: "user", table: "users", onDelete: "cascade" },
    },
    helperId: {
      kind: "uuid",
      column: "helper_id",
      nullable: true,
      references: { entity: "user", table: "users", onDelete: "clear" },
    },
  },
  softDelete: true,
  search: ["reason"],
};

/** What the visits of a list come to, by the last segments of their paths. */
export const VISIT_AGGREGATES: readonly AggregateSpec[] = [{
  name: "per-day",
  by: [{ field: "dueOn" }],
  sum: ["fee"],
}];

/** What the files of a visit may be. */
export const VISIT_FILES: Readonly<Record<string, FileRule>> = {
  xRay: { maxBytes: 2097152 },
};
