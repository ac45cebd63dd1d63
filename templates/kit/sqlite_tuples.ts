/**
 * Rows of SQLite as the values of their columns: read by name, a row takes half as long again, as SQLite's driver makes
 * the names anew for each.
 *
 * @module
 */
import type { StatementSync } from "node:sqlite";
import type { SqliteRow, SqliteValue } from "./sqlite_row.ts";

/** The values of a row, in the order of its columns. */
export type SqliteTuple = readonly unknown[];

/** A statement that reads tuples. */
export interface TupleStatement {
  /** Reads the first row; undefined if there is none. */
  get(...values: readonly SqliteValue[]): SqliteTuple | undefined;
  /** Reads all rows. */
  all(...values: readonly SqliteValue[]): readonly SqliteTuple[];
}

/** Not in every Deno from 2.4 on, nor in its types. */
interface ArrayMode {
  readonly setReturnArrays?: (wanted: boolean) => void;
}

/** Lets a statement read tuples, and nothing else from now on. */
export function readTuples(statement: StatementSync): TupleStatement {
  const { setReturnArrays } = statement as StatementSync & ArrayMode;
  if (setReturnArrays === undefined) return byName(statement);
  setReturnArrays.call(statement, true);
  return statement as unknown as TupleStatement; // as was just set
}

/** Gives the values of a row that was read by name; its columns have names of their own, which are no numbers. */
export function tupleOf(row: SqliteRow): SqliteTuple {
  return Object.values(row);
}

function byName(statement: StatementSync): TupleStatement {
  return {
    get(...values) {
      const row = statement.get(...values);
      return row && tupleOf(row);
    },
    all: (...values) => statement.all(...values).map(tupleOf),
  };
}
