/**
 * The words of entities in SQLite, for full-text search: an FTS5 table for each entity that declares it, kept in the
 * transaction of every write. A trigger of the entity's table takes out what is deleted.
 *
 * @module
 */
import { type EntitySpec, wordsOf } from "./entity_spec.ts";
import { quoteName, wordsTable } from "./sqlite_condition.ts";
import type { SqliteRule } from "./sqlite_table.ts";

/** Keeps the words of what is written. */
export function keepWordsInSqlite(spec: EntitySpec): SqliteRule {
  const table = quoteName(wordsTable(spec));
  const find = `SELECT "words" FROM ${table} WHERE ${table} MATCH ?`;
  const remove = `DELETE FROM ${table} WHERE ${table} MATCH ?`;
  const insert = `INSERT INTO ${table} ("id", "words") VALUES (?, ?)`;
  return ({ entity }, database) => {
    const words = wordsOf(spec, entity).join(" ");
    const own = `"id" : "${entity.id}"`;
    const known = database.prepare(find).get(own);
    if (known?.words === words) return undefined;
    if (known !== undefined) database.prepare(remove).run(own);
    database.prepare(insert).run(entity.id, words);
    return undefined;
  };
}
