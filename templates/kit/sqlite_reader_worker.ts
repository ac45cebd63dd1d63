/**
 * The thread of sqlite_reader.ts: reads a SQLite database beside the program that writes it.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import type { SqliteRow, SqliteValue } from "./sqlite_row.ts";

/** A statement that reads. */
export interface ReadStatement {
  /** Names and structure only: no text of a client is in it. */
  readonly sql: string;
  /** In the order of the placeholders. */
  readonly values: readonly SqliteValue[];
}

/** What the thread is asked. */
export interface ReadRequest {
  /** The number of the request, which the answer has, too. */
  readonly id: number;
  /** What to read. */
  readonly statements: readonly ReadStatement[];
}

/** What the thread answers: the rows of each statement, all as of one moment; or why there are none. */
export type ReadAnswer =
  | { readonly id: number; readonly rows: readonly (readonly SqliteRow[])[] }
  | { readonly id: number; readonly error: string };

if (parentPort !== null) serve(parentPort, String(workerData));

function serve(port: NonNullable<typeof parentPort>, path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  port.on("message", ({ id, statements }: ReadRequest) => {
    port.postMessage(answer(database, id, statements));
  });
}

function answer(
  database: DatabaseSync,
  id: number,
  statements: readonly ReadStatement[],
): ReadAnswer {
  try {
    return { id, rows: read(database, statements) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : `${error}` };
  }
}

function read(
  database: DatabaseSync,
  statements: readonly ReadStatement[],
): readonly (readonly SqliteRow[])[] {
  database.exec("BEGIN");
  try {
    return statements.map(({ sql, values }) =>
      database.prepare(sql).all(...values)
    );
  } finally {
    database.exec("COMMIT");
  }
}
