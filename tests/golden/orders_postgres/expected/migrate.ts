/**
 * Brings the database to the form that this version of the program works with, and ends.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { readSystemConfig } from "./config/system_config.ts";
import { readMigrations } from "./kit/postgres_migrations.ts";
import { runMigrations } from "./kit/run_migrations.ts";

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runMigrations({
    readUrl: (environment) => readSystemConfig(environment).databaseUrl,
    migrations: readMigrations(MIGRATIONS),
  });
}
