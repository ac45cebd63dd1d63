/**
 * Deleted entities in PostgreSQL that can be restored: their rows are gone, and so from every read, reference and
 * unique index; what they said is kept as JSON in a table of its own.
 *
 * @module
 */
import { quotePostgresName } from "./postgres_condition.ts";
import type { PostgresDatabase } from "./postgres_database.ts";
import { PostgresRowMapper } from "./postgres_row.ts";

/** Lets a database keep what is deleted and can be restored. */
export function keepDeletedInPostgres(database: PostgresDatabase): void {
  database.trash ??= {
    async keep(session, rows, now) {
      for (const { table, id } of rows) {
        const spec = database.references.specOf(table);
        if (!spec?.softDelete) continue;
        const [row] = await session.query(
          `SELECT * FROM ${quotePostgresName(table)} WHERE "id" = $1`,
          [id],
        );
        if (row === undefined) continue;
        const entity = new PostgresRowMapper(spec).toEntity(row);
        const version = Number(row.version);
        const text = JSON.stringify(entity);
        await session.query(KEEP, [table, id, now, version, text]);
      }
    },
    async find(session, table, id) {
      const [row] = await session.query(FIND, [table, id]);
      return row && {
        entity: JSON.parse(String(row.entity)),
        version: Number(row.version),
      };
    },
    async drop(session, table, id) {
      return (await session.query(DROP, [table, id])).count > 0;
    },
  };
}

const KEEP =
  'INSERT INTO "_deleted" ("table_name", "id", "deleted_at", "version", "entity") VALUES ($1, $2, $3, $4, $5) ' +
  'ON CONFLICT ("table_name", "id") DO UPDATE SET "deleted_at" = $3, "version" = $4, "entity" = $5';
const FIND =
  'SELECT "version", "entity" FROM "_deleted" WHERE "table_name" = $1 AND "id" = $2';
const DROP = 'DELETE FROM "_deleted" WHERE "table_name" = $1 AND "id" = $2';
