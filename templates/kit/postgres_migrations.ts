/**
 * Migrations in PostgreSQL: the numbered steps that bring a database to the form this program works with. Forward only.
 *
 * @module
 */
import {
  type Migration,
  migrationHash,
  nextMigration,
} from "./migration_history.ts";
import type { PostgresSession } from "./postgres_connection.ts";
import {
  openPostgres,
  type PostgresDatabase,
  type PostgresOptions,
} from "./postgres_database.ts";

export { type Migration, readMigrations } from "./migration_history.ts";

/** Opens a database and applies the migrations that it does not have yet. */
export async function openMigratedPostgres(
  options: PostgresOptions,
  migrations: readonly Migration[],
): Promise<PostgresDatabase> {
  const database = await openPostgres(options);
  try {
    await migratePostgres(database, migrations);
    return database;
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

/**
 * Applies the migrations that the database does not have yet and returns their names.
 *
 * Each is applied whole or not at all, and once: of several processes that start at the same time one migrates, and
 * the others wait for it. Rejects, and changes nothing more, if the history of the database is not the beginning of
 * the list: a migration was changed, taken out or put in between, or the database belongs to a newer version of the
 * program.
 */
export async function migratePostgres(
  database: PostgresDatabase,
  migrations: readonly Migration[],
): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const name = await database.transaction((session) =>
      applyNext(session, migrations)
    );
    if (name === undefined) return applied;
    applied.push(name);
  }
}

/** The lock is held until the transaction ends, however it ends. */
async function applyNext(
  session: PostgresSession,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  await session.query(
    "SELECT pg_advisory_xact_lock(hashtext('migrations of ' || current_schema()))",
  );
  await session.exec(CREATE_HISTORY);
  const next = await findNext(session, migrations);
  if (next === undefined) return undefined;
  try {
    await session.exec(next.sql);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `Cannot apply migration "${next.name}": ${reason}`;
    throw new Error(message, { cause });
  }
  await session.query(
    "INSERT INTO _migrations (name, sha256) VALUES ($1, $2)",
    [next.name, migrationHash(next)],
  );
  return next.name;
}

async function findNext(
  session: PostgresSession,
  migrations: readonly Migration[],
): Promise<Migration | undefined> {
  const history = await session.query(
    "SELECT name, sha256 FROM _migrations ORDER BY position",
  );
  return nextMigration(
    history.map(({ name, sha256 }) => ({
      name: String(name),
      sha256: String(sha256),
    })),
    migrations,
  );
}

const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS _migrations (
    position integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`;
