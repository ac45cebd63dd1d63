/**
 * Looks into the store of a system past the system.
 *
 * @module
 */
import { join } from "node:path";
import type { DeepContext } from "../deep_part.ts";
import { DATABASE_PATH, type Stage } from "./stage.ts";

/** An open store. */
export interface StoreSight extends AsyncDisposable {
  /** Runs a statement and returns its rows. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Runs statements for what they do. */
  exec(sql: string): Promise<void>;
}

/** Opens the store of a system; undefined for one that keeps nothing, or not where its settings say. */
export async function openSight(
  { model }: Pick<DeepContext, "model">,
  { dir, env }: Pick<Stage, "dir" | "env">,
): Promise<StoreSight | undefined> {
  if (model.engine === "sqlite") {
    const path = join(dir, DATABASE_PATH);
    const isThere = await Deno.stat(path).then(() => true, () => false);
    return isThere ? await sqlite(path) : undefined;
  }
  if (model.engine === "postgres") return await postgres(env.DATABASE_URL);
  return undefined;
}

/** Counts the rows of a table; undefined for a store that keeps nothing. */
export async function countRows(
  context: Pick<DeepContext, "model">,
  stage: Pick<Stage, "dir" | "env">,
  table: string,
): Promise<number | undefined> {
  await using sight = await openSight(context, stage);
  const rows = await sight?.rows(`SELECT count(*) AS n FROM "${table}"`);
  return rows && Number(rows[0]?.n);
}

// Both drivers are loaded only where they are needed.
async function sqlite(path: string): Promise<StoreSight> {
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA busy_timeout = 5000");
  return {
    rows: (sql) => Promise.resolve(database.prepare(sql).all()),
    exec: (sql) => Promise.resolve(database.exec(sql)),
    [Symbol.asyncDispose]: () => Promise.resolve(database.close()),
  };
}

async function postgres(url = ""): Promise<StoreSight> {
  const { openPostgres } = await import(
    "../../templates/kit/postgres_database.ts"
  );
  const database = await openPostgres({ url, connections: 1 });
  return {
    rows: (sql) => database.query(sql),
    exec: (sql) => database.exec(sql),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
