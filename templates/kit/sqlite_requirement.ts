/**
 * What others must be for a command to be carried out, in SQLite.
 *
 * @module
 */
import { unmetRequirement } from "./requirement.ts";
import { column, quoteName } from "./sqlite_condition.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { fromSqlite } from "./sqlite_row.ts";
import type { Requirement, StoreResult } from "./store_command.ts";

/** Refuses a command while an entity that it names is not as it must be. SQLite has one writer at a time. */
export function requireInSqlite(
  { requires = [] }: { readonly requires?: readonly Requirement[] },
  database: SqliteDatabase,
): StoreResult<never> | undefined {
  for (const requirement of requires) {
    const { spec, id, state } = requirement;
    const columns = Object.keys(state).map((field) => column(spec, field));
    const row = database.prepare(
      `SELECT ${columns.join(", ")} FROM ${
        quoteName(spec.table)
      } WHERE "id" = ?`,
    ).get(id);
    const refused = row &&
      unmetRequirement(requirement, (name) => {
        const field = spec.fields[name]!;
        return fromSqlite(field, row[field.column]);
      });
    if (refused !== undefined) return refused;
  }
  return undefined;
}
