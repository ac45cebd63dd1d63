/**
 * The life of a process that only migrates.
 *
 * @module
 */
import { openPostgres } from "./postgres_database.ts";
import { migratePostgres, type Migration } from "./postgres_migrations.ts";
import type { Environment } from "./settings.ts";

/** What {@link runMigrations} needs. */
export interface MigrationRun {
  /** Reads the URL of the database from the settings; throws if they are wrong. */
  readonly readUrl: (environment: Environment) => string;
  /** All migrations, in order. */
  readonly migrations: readonly Migration[];
}

/**
 * Applies what is new and ends the process: exit code 0, or 1 if that failed. Standard output names what was applied,
 * one a line; standard error says what went wrong.
 */
export async function runMigrations(run: MigrationRun): Promise<never> {
  try {
    const url = run.readUrl(Deno.env);
    await using database = await openPostgres({ url, connections: 1 });
    const applied = await migratePostgres(database, run.migrations);
    write(Deno.stdout, applied);
  } catch (error) {
    write(Deno.stderr, [error instanceof Error ? error.message : `${error}`]);
    Deno.exit(1);
  }
  Deno.exit(0);
}

function write(
  stream: { writeSync(bytes: Uint8Array): number },
  lines: readonly string[],
): void {
  const text = lines.map((line) => `${line}\n`).join("");
  stream.writeSync(new TextEncoder().encode(text));
}
