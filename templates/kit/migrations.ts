/**
 * Migrations: the numbered steps that bring a database to the form this program works with. Forward only.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { timestamp } from "./clock.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";

/** One step. */
export interface Migration {
  /** Its place in the order and what it does, such as `0001_create_tasks`. */
  readonly name: string;
  /** Its statements; they run in one transaction, so they begin and commit none. */
  readonly sql: string;
}

/** Reads the migrations of a folder: its `.sql` files, in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder).filter((file) => file.endsWith(".sql")).sort()
    .map((file) => ({
      name: file.slice(0, -".sql".length),
      sql: readFileSync(join(folder, file), "utf8"),
    }));
}

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
    ).run(next.name, sha256(next.sql), timestamp(Date.now()));
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
  history.forEach(({ name, sha256: recorded }, i) => {
    const migration = migrations[i];
    if (migration === undefined) {
      throw new Error(
        `Cannot migrate the database: it has "${name}", which this version of the program does not know`,
      );
    }
    if (migration.name !== name) {
      throw new Error(
        `Cannot migrate the database: found "${name}" as step ${
          i + 1
        }, wanted "${migration.name}"`,
      );
    }
    if (sha256(migration.sql) !== recorded) {
      throw new Error(
        `Cannot migrate the database: "${name}" was changed after it was applied; write a new migration instead`,
      );
    }
  });
  return migrations[history.length];
}

function checkForeignKeys(database: SqliteDatabase): void {
  const [broken] = database.prepare("PRAGMA foreign_key_check").all();
  if (broken !== undefined) {
    throw new Error(
      `it leaves a row in "${broken.table}" that refers to a missing row in "${broken.parent}"`,
    );
  }
}

/** The same on every checkout: line ends do not count. */
function sha256(sql: string): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest(
    "hex",
  );
}

const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS _migrations (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    applied_at TEXT NOT NULL
  ) STRICT`;
