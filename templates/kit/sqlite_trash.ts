/**
 * Deleted entities in SQLite that can be restored: their rows are gone, and so from every read, reference and unique
 * index; what they said is kept as JSON in a table of its own.
 *
 * @module
 */
import type { SqliteDatabase } from "./sqlite_database.ts";
import { quoteName } from "./sqlite_condition.ts";
import { SqliteRowMapper } from "./sqlite_row.ts";

/** Lets a database keep what is deleted and can be restored. */
export function keepDeletedInSqlite(database: SqliteDatabase): void {
  database.trash ??= {
    keep(rows, now) {
      for (const { table, id } of rows) {
        const spec = database.references.specOf(table);
        if (!spec?.softDelete) continue;
        const row = database.prepare(
          `SELECT * FROM ${quoteName(table)} WHERE "id" = ?`,
        ).get(id);
        if (row === undefined) continue;
        const entity = new SqliteRowMapper(spec).toEntity(row);
        database.prepare(KEEP)
          .run(table, id, now, Number(row.version), JSON.stringify(entity));
      }
    },
    find(table, id) {
      const row = database.prepare(FIND).get(table, id);
      return row && {
        entity: JSON.parse(String(row.entity)),
        version: Number(row.version),
      };
    },
    drop: (table, id) => void database.prepare(DROP).run(table, id),
  };
}

const KEEP =
  'INSERT OR REPLACE INTO "_deleted" ("table_name", "id", "deleted_at", "version", "entity") VALUES (?, ?, ?, ?, ?)';
const FIND =
  'SELECT "version", "entity" FROM "_deleted" WHERE "table_name" = ? AND "id" = ?';
const DROP = 'DELETE FROM "_deleted" WHERE "table_name" = ? AND "id" = ?';
