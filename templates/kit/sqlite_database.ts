/**
 * The connection to a SQLite database.
 *
 * @module
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { ReferenceGraph, type RowKey } from "./delete_plan.ts";
import type { Once } from "./entity_request.ts";
import type { EntitySpec } from "./entity_spec.ts";
import { type LongReader, SqliteReader } from "./sqlite_reader.ts";
import { readTuples, type TupleStatement } from "./sqlite_tuples.ts";
import { SqliteWatch } from "./sqlite_watch.ts";
import type { KeptEntity, WrittenReply } from "./store_command.ts";

/** How to open a database. */
export interface SqliteOptions {
  /** The file, made with its folder if it is missing; or `:memory:`. */
  readonly path: string;
  /**
   * What an acknowledged write survives: `full`, a power failure; `normal`, the end of the process only.
   * @default "full"
   */
  readonly durability?: "full" | "normal";
}

/** Opens a database in WAL mode with foreign keys on. Throws if it cannot. */
export function openSqlite(options: SqliteOptions): SqliteDatabase {
  const { path, durability = "full" } = options;
  try {
    if (path === IN_MEMORY) {
      return new SqliteDatabase(connect(path, durability));
    }
    makeFolder(dirname(path));
    const connection = connect(path, durability);
    return new SqliteDatabase(connection, {
      reader: new SqliteReader(path),
      watch: new SqliteWatch(path, () => writeLittle(connection)),
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Cannot open the database "${path}": ${reason}`, { cause });
  }
}

/** One connection, shared by all the tables of a system. */
export class SqliteDatabase implements Disposable {
  /** The references between its tables. */
  readonly references: ReferenceGraph = new ReferenceGraph();
  /** Keeps what is deleted and can be restored. @default nothing is kept */
  trash: SqliteTrash | undefined;
  /** Sees what is deleted before it is gone. @default nobody does */
  witness: SqliteWitness | undefined;
  /** Reads what takes long, beside this connection. @default nobody does, and everything waits for it */
  readonly reader: (LongReader & Disposable) | undefined;
  /** Called when a statement is about to run. @default nothing is */
  stirred: (() => void) | undefined;
  /** Keeps what requests that are carried out once are answered. @default nothing is kept */
  replies: SqliteReplyKeeper | undefined;
  readonly #connection: DatabaseSync;
  readonly #watch: SqliteWatch | undefined;
  #isWithin = false;
  readonly #statements = new Map<string, StatementSync>();
  readonly #tupleStatements = new Map<string, TupleStatement>();

  /** Takes over an open connection, what reads beside it, and what looks after its file. */
  constructor(
    connection: DatabaseSync,
    { reader, watch }: {
      readonly reader?: LongReader & Disposable;
      readonly watch?: SqliteWatch;
    } = {},
  ) {
    this.#connection = connection;
    this.reader = reader;
    this.#watch = watch;
  }

  /** Whether it can be worked with: its file is there, and takes what is written. */
  get available(): boolean {
    return this.#watch?.available ?? true;
  }

  /** Runs SQL that returns nothing; several statements are allowed. */
  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Prepares a statement, or finds it prepared. The last {@link MAX_STATEMENTS} texts are kept. */
  prepare(sql: string): StatementSync {
    this.stirred?.();
    const prepared = this.#statements.get(sql);
    if (prepared !== undefined) return prepared;
    return keep(this.#statements, sql, this.#connection.prepare(sql));
  }

  /** Prepares a statement that reads rows as tuples, or finds it prepared; as many are kept. */
  prepareTuples(sql: string): TupleStatement {
    this.stirred?.();
    const prepared = this.#tupleStatements.get(sql);
    if (prepared !== undefined) return prepared;
    const statement = readTuples(this.#connection.prepare(sql));
    return keep(this.#tupleStatements, sql, statement);
  }

  /** Does all of a piece of work or, if it throws, nothing; within another, as a part of it. Waits for other writers up to the busy timeout. */
  transaction<T>(work: () => T): T {
    if (this.#isWithin) return work(); // a part of the whole
    this.#connection.exec("BEGIN IMMEDIATE");
    this.#isWithin = true;
    try {
      const result = work();
      this.#connection.exec("COMMIT");
      this.#watch?.written();
      return result;
    } catch (error) {
      this.#rollBack();
      this.#watch?.written(error);
      throw error;
    } finally {
      this.#isWithin = false;
    }
  }

  /** Writes by one statement, which SQLite does whole or not at all by itself. */
  statement<T>(work: () => T): T {
    try {
      const result = work();
      this.#watch?.written();
      return result;
    } catch (error) {
      this.#watch?.written(error);
      throw error;
    }
  }

  /** Moves the write-ahead log into the file and closes the connection. */
  [Symbol.dispose](): void {
    this.#statements.clear();
    this.#tupleStatements.clear();
    this.reader?.[Symbol.dispose]();
    try {
      this.#connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      this.#connection.close();
    }
  }

  #rollBack(): void {
    try {
      this.#connection.exec("ROLLBACK");
    } catch {
      // A full disk, for one, has already rolled back; what went wrong is the error to tell.
    }
  }
}

/** Keeps entities that are deleted and can be restored; called within the transaction that deletes or restores. */
export interface SqliteTrash {
  /** Keeps those of these rows that can be restored. */
  keep(rows: readonly RowKey[], now: string): void;
  /** Finds an entity of a table. */
  find(table: string, id: string): KeptEntity | undefined;
  /** Forgets an entity. */
  drop(table: string, id: string): void;
}

/** Sees entities before they are gone; called within the transaction that deletes. */
export interface SqliteWitness {
  /** Says whether it looks at entities of a kind. */
  watches(spec: EntitySpec): boolean;
  /** Sees one that is being deleted. */
  leave(spec: EntitySpec, id: string, now: string): void;
}

/** Keeps the answers to requests that are carried out once; called within the transaction that carries one out. */
export interface SqliteReplyKeeper {
  /** Keeps one; false if one is kept already. */
  keep(once: Once, reply: WrittenReply): boolean;
}

/** How many prepared statements a connection keeps of each kind. */
export const MAX_STATEMENTS = 200;

/** Adds a statement and forgets the oldest, if there are too many. */
function keep<S>(statements: Map<string, S>, sql: string, statement: S): S {
  if (statements.size === MAX_STATEMENTS) {
    const [oldest] = statements.keys();
    statements.delete(oldest!);
  }
  statements.set(sql, statement);
  return statement;
}

/** Only what is missing is made: the program may have no permission to write beside its data. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(folder, { recursive: true });
  }
}

function connect(path: string, durability: "full" | "normal"): DatabaseSync {
  const connection = new DatabaseSync(path);
  try {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    writeAhead(connection);
    connection.exec(`
      PRAGMA synchronous = ${durability === "full" ? "FULL" : "NORMAL"};
      PRAGMA foreign_keys = ON;
    `);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Turns the write-ahead log on. That is the one statement for which SQLite does not wait for others: of several
 * processes that open a new file at once, some are told that it is locked. They wait with an empty transaction.
 */
function writeAhead(connection: DatabaseSync): void {
  const until = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      connection.prepare("PRAGMA journal_mode = WAL").get();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      connection.exec("BEGIN IMMEDIATE; COMMIT");
    }
  }
}

/** Writes a page that changes nothing, to the disk. */
function writeLittle(connection: DatabaseSync): void {
  const row = connection.prepare("PRAGMA user_version").get();
  connection.exec(`PRAGMA user_version = ${Number(row?.user_version)}`);
}

/** Says whether SQLite refused a statement since others use the file. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error &&
    error.errcode === SQLITE_BUSY;
}

const BUSY_TIMEOUT_MS = 5000;
const SQLITE_BUSY = 5;
const IN_MEMORY = ":memory:";
