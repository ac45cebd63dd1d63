/**
 * Numbers of other entities in SQLite, changed together with an entity.
 *
 * @module
 */
import { boundsOf, refusedAdjustment } from "./adjustment.ts";
import { fromScaled } from "./decimal.ts";
import type { Entity, FieldSpec } from "./entity_spec.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { quoteName } from "./sqlite_condition.ts";
import { toSqlite } from "./sqlite_row.ts";
import type { Adjustment, StoreResult, WriteCommand } from "./store_command.ts";

/** Adjusts what an update says, or refuses it. */
export function adjustInSqlite(
  write: WriteCommand<Entity>,
  database: SqliteDatabase,
): StoreResult<never> | undefined {
  const adjustments = write.kind === "update" ? write.adjust ?? [] : [];
  for (const adjustment of adjustments) {
    const refused = adjust(database, adjustment, write.entity.updatedAt);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function adjust(
  database: SqliteDatabase,
  adjustment: Adjustment,
  now: string,
): StoreResult<never> | undefined {
  const { spec, id, by } = adjustment;
  const field = spec.fields[adjustment.field]!;
  const table = quoteName(spec.table);
  const column = quoteName(field.column);
  const { least, most } = boundsOf(adjustment);
  const [added, low, high] = [by, least, most]
    .map((value) => toSqlite(field, value));
  const { changes } = database.prepare(
    `UPDATE ${table} SET ${column} = ${column} + ?, ` +
      `"updated_at" = ?, "version" = "version" + 1 ` +
      `WHERE "id" = ? AND ${column} + ? BETWEEN ? AND ?`,
  ).run(added!, now, id, added!, low!, high!);
  if (changes === 1) return undefined;
  const row = database.prepare(
    `SELECT ${column} AS "present" FROM ${table} WHERE "id" = ?`,
  ).get(id);
  return refusedAdjustment(adjustment, row && presentIn(field, row.present));
}

function presentIn(
  { kind, scale = 0 }: FieldSpec,
  value: unknown,
): number | null {
  if (value === null) return null;
  return kind === "decimal" ? fromScaled(Number(value), scale) : Number(value);
}
