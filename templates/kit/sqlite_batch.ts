/**
 * Several writes in SQLite, all of them or none.
 *
 * @module
 */
import { carriedOut, itemsOf } from "./batch_parts.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import {
  type BatchCommand,
  BatchRefused,
  type BatchResult,
  type Table,
} from "./store_command.ts";

/** Carries out several writes of a table in one transaction. */
export function batchInSqlite<T extends Entity>(
  { spec, database, table }: {
    readonly spec: EntitySpec;
    readonly database: SqliteDatabase;
    readonly table: Table<T>;
  },
  { commands, once }: BatchCommand<T>,
): BatchResult<T> {
  try {
    return database.transaction(() => {
      const results = commands.map((command, index) =>
        carriedOut(table.execute(command), index)
      );
      const reply = { spec, items: itemsOf(results) };
      if (once && database.replies?.keep(once, reply) === false) {
        throw new BatchRefused<T>({ kind: "repeated" });
      }
      return { kind: "batch", results };
    });
  } catch (error) {
    if (error instanceof BatchRefused) return error.result;
    throw error;
  }
}
