/**
 * Migrations: the numbered steps that bring a database to the form this program works with. Forward only.
 *
 * @module
 */
import { timestamp } from "./clock.ts";
import {
  type Migration,
  migrationHash,
  nextMigration,
} from "./migration_history.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";

export { type Migration, readMigrations } from "./migration_history.ts";

/**
 * Applies the migrations that the database does not have yet and returns their names.
 *
 * Each is applied whole or not at all, once, even when several processes start at the same time. Throws, and
 * changes nothing more, if the history of the database is not the beginning of the list: a migration was
 * changed, taken out or put in between, or the database belongs to a newer version of the program.
 */
export function migrate(
  database: SqliteDatabase,
  migrations: readonly Migration[],
): string[] {
  database.exec(CREATE_HISTORY);
  // A step that rebuilds a table drops the old one; with foreign keys on that would delete what refers to it.
  // The switch works only outside a transaction; each step checks the keys before it commits.
  database.exec("PRAGMA foreign_keys = OFF");
  try {
    const applied: string[] = [];
    for (;;) {
      const name = applyNext(database, migrations);
      if (name === undefined) return applied;
      applied.push(name);
    }
  } finally {
    database.exec("PRAGMA foreign_keys = ON");
  }
}

function applyNext(
  database: SqliteDatabase,
  migrations: readonly Migration[],
): string | undefined {
  if (findNext(database, migrations) === undefined) return undefined;
  return database.transaction(() => {
    const next = findNext(database, migrations); // again: another process may have been faster
    if (next === undefined) return undefined;
    try {
      database.exec(next.sql);
      checkForeignKeys(database);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `Cannot apply migration "${next.name}": ${reason}`;
      throw new Error(message, { cause });
    }
    database.prepare(
      "INSERT INTO _migrations (name, sha256, applied_at) VALUES (?, ?, ?)",
    ).run(next.name, migrationHash(next), timestamp(Date.now()));
    return next.name;
  });
}

function findNext(
  database: SqliteDatabase,
  migrations: readonly Migration[],
): Migration | undefined {
  const history = database.prepare(
    "SELECT name, sha256 FROM _migrations ORDER BY position",
  ).all();
  return nextMigration(
    history.map(({ name, sha256 }) => ({
      name: String(name),
      sha256: String(sha256),
    })),
    migrations,
  );
}

function checkForeignKeys(database: SqliteDatabase): void {
  const [broken] = database.prepare("PRAGMA foreign_key_check").all();
  if (broken !== undefined) {
    throw new Error(
      `it leaves a row in "${broken.table}" that refers to a missing row in "${broken.parent}"`,
    );
  }
}

const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS _migrations (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    applied_at TEXT NOT NULL
  ) STRICT`;
