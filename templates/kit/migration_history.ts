/**
 * The history of a database: which migrations it has, and which comes next.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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

/** A migration that a database has. */
export interface AppliedMigration {
  /** Its name. */
  readonly name: string;
  /** The hash of its statements. */
  readonly sha256: string;
}

/** Finds the first migration that a database does not have; throws if its history is not the beginning of the list. */
export function nextMigration(
  history: readonly AppliedMigration[],
  migrations: readonly Migration[],
): Migration | undefined {
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
    if (migrationHash(migration) !== recorded) {
      throw new Error(
        `Cannot migrate the database: "${name}" was changed after it was applied; write a new migration instead`,
      );
    }
  });
  return migrations[history.length];
}

/** Hashes a migration's statements, the same on every checkout: line ends do not count. */
export function migrationHash({ sql }: Migration): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n"))
    .digest("hex");
}
