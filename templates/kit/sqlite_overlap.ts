/**
 * Entities in SQLite that may not overlap.
 *
 * @module
 */
import type { Entity, EntitySpec, NoOverlapSpec } from "./entity_spec.ts";
import { takenSlot } from "./overlap_rule.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { quoteName } from "./sqlite_condition.ts";
import { toSqlite } from "./sqlite_row.ts";
import type { SqliteRule } from "./sqlite_table.ts";

/** Refuses writes after which two entities would overlap, by the spec's `noOverlap`. SQLite has one writer at a time. */
export function noOverlapInSqlite(spec: EntitySpec): SqliteRule {
  return ({ entity }, database) => {
    const index = (spec.noOverlap ?? [])
      .findIndex((rule) => isTaken(database, spec, rule, entity));
    return index < 0 ? undefined : { kind: "overlap", rule: index };
  };
}

function isTaken(
  database: SqliteDatabase,
  spec: EntitySpec,
  rule: NoOverlapSpec,
  entity: Entity,
): boolean {
  const slot = takenSlot(spec, rule, entity);
  if (slot === undefined) return false;
  const { from, until, within, when } = slot;
  const conditions = [
    ...within.map(({ field }) => `${quoteName(field.column)} = ?`),
    `${quoteName(from.field.column)} < ?`,
    `${quoteName(until.field.column)} > ?`,
    `"id" <> ?`,
    ...when.map(({ field, values }) =>
      `${quoteName(field.column)} IN (${values.map(() => "?").join(", ")})`
    ),
  ];
  const values = [
    ...within.map(({ field, value }) => toSqlite(field, value)),
    toSqlite(from.field, until.value),
    toSqlite(until.field, from.value),
    entity.id,
    ...when.flatMap(({ field, values }) =>
      values.map((value) => toSqlite(field, value))
    ),
  ];
  return database.prepare(
    `SELECT 1 FROM ${quoteName(spec.table)} ` +
      `WHERE ${conditions.join(" AND ")} LIMIT 1`,
  ).get(...values) !== undefined;
}
