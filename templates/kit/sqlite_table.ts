/**
 * A table in SQLite.
 *
 * @module
 */
import type { RowKey } from "./delete_plan.ts";
import { acyclicFields, type Entity, type EntitySpec } from "./entity_spec.ts";
import {
  constraintOf,
  findCycleField,
  findDanglingField,
  findDuplicateFields,
  findReferrer,
  planSqliteDeletion,
  rowExists,
} from "./sqlite_conflict.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { serialFields, withNumbers } from "./serial_fields.ts";
import { quoteName } from "./sqlite_condition.ts";
import { SqliteReads } from "./sqlite_reads.ts";
import { SqliteRowMapper, type SqliteValue } from "./sqlite_row.ts";
import {
  duplicateOf,
  type StoreCommand,
  type StoreResult,
  type Table,
  versionAfter,
  type WriteCommand,
} from "./store_command.ts";

/**
 * What holds for the writes of a table, or goes with them, beyond what every table checks. It runs after the write, in
 * its transaction; whatever it answers stands against the write, which is taken back.
 */
export type SqliteRule = (
  write: WriteCommand<Entity>,
  database: SqliteDatabase,
) => StoreResult<never> | undefined;

/** What must hold before a command is carried out, in the same transaction; says what stands against it. */
export type SqliteGuard = (
  command: Pick<WriteCommand<Entity>, "requires">,
  database: SqliteDatabase,
) => StoreResult<never> | undefined;

/** The statements of a table, as its store declares them. */
export interface SqliteTableSql {
  /** `INSERT INTO t (id, created_at, updated_at, <own columns in order>) VALUES (?, …)` */
  readonly insert: string;
  /** `SELECT id, created_at, updated_at, <own columns in order>, version FROM t`, without WHERE. */
  readonly select: string;
  /** `UPDATE t SET updated_at = ?, <own columns in order, = ?>, version = version + 1 WHERE id = ? AND version = ?` */
  readonly update: string;
  /** `DELETE FROM t WHERE id = ?` */
  readonly delete: string;
}

/** Keeps entities in a table of a SQLite database; what SQLite cannot do, it throws. */
export class SqliteTable<T extends Entity> implements Table<T> {
  readonly #spec: EntitySpec;
  readonly #database: SqliteDatabase;
  readonly #sql: SqliteTableSql & { readonly get: string };
  readonly #mapper: SqliteRowMapper<T>;
  /** Nothing is looked at after a write. */
  readonly #isPlain: boolean;
  readonly #rules: readonly SqliteRule[];
  readonly #guard: SqliteGuard | undefined;
  readonly #serials: readonly string[];
  readonly #reads: SqliteReads<T>;

  /**
   * Declares the entity's table to a database; its migrations must have run before the first command.
   * `rules` are checked in order, after everything else, `guard` before.
   */
  constructor(
    spec: EntitySpec,
    database: SqliteDatabase,
    sql: SqliteTableSql,
    rules: readonly SqliteRule[] = [],
    guard?: SqliteGuard,
  ) {
    this.#guard = guard;
    this.#rules = rules;
    this.#spec = spec;
    this.#database = database;
    this.#sql = { ...sql, get: `${sql.select} WHERE id = ?` };
    this.#mapper = new SqliteRowMapper(spec);
    this.#isPlain = acyclicFields(spec).length + rules.length === 0;
    this.#serials = serialFields(spec);
    this.#reads = new SqliteReads(spec, database, sql.select);
    database.references.add(spec);
  }

  /** Carries out one command, at once or, where it reads long, beside everything else. */
  answer(
    command: StoreCommand<T>,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    return this.#reads.answer(command) ?? this.execute(command);
  }

  /** Carries out one command. */
  execute(command: StoreCommand<T>): StoreResult<T> {
    switch (command.kind) {
      case "insert":
        return this.#insert(command);
      case "get":
        return command.deleted ? this.#kept(command.id) : this.#get(command.id);
      case "list":
        return this.#reads.list(command.query);
      case "groups":
        return this.#reads.groups(command);
      case "update":
        return this.#update(command);
      case "delete":
        return this.#delete(command);
      case "restore":
        return this.#restore(command);
    }
  }

  #insert({ entity, requires, once }: WriteCommand<T>): StoreResult<T> {
    const isOneStatement = this.#isPlain && this.#serials.length === 0 &&
      requires === undefined && once === undefined;
    return this.#atomically(isOneStatement, () => {
      const numbered = this.#numbered(entity);
      const values = this.#mapper.insertValues(numbered);
      const result = this.#write(this.#sql.insert, values, {
        kind: "insert",
        entity: numbered,
        requires,
        once,
      });
      return typeof result === "number"
        ? { kind: "entity", entity: numbered, version: 1 }
        : result;
    });
  }

  #numbered(entity: T): T {
    if (this.#serials.length === 0) return entity;
    const { table } = this.#spec;
    const next = this.#database.prepare(NEXT_NUMBER);
    const numbers = this.#serials.map((field) =>
      [field, Number(next.get(`${table}.${field}`)?.last)] as const
    );
    return withNumbers(entity, Object.fromEntries(numbers));
  }

  #get(id: string): StoreResult<T> {
    const row = this.#database.prepareTuples(this.#sql.get).get(id);
    if (row === undefined) return { kind: "missing" };
    const entity = this.#mapper.fromTuple(row);
    return { kind: "entity", entity, version: this.#mapper.versionOf(row) };
  }

  #update(
    command: StoreCommand<T> & { readonly kind: "update" },
  ): StoreResult<T> {
    const { entity, version } = command;
    const values = this.#mapper.updateValues(entity, version);
    const result = this.#atomically(
      this.#isPlain && command.requires === undefined &&
        command.once === undefined,
      () => this.#write(this.#sql.update, values, command),
    );
    if (typeof result !== "number") return result;
    if (result > 0) return { kind: "entity", entity, version: version + 1 };
    const exists = rowExists(this.#database, this.#spec.table, entity.id);
    return { kind: exists ? "stale" : "missing" };
  }

  #delete({ id, now, version, requires }: DeleteCommand): StoreResult<T> {
    const row = { table: this.#spec.table, id };
    const clears = this.#database.references.clears(row.table);
    const keeps = this.#database.references.keeps(row.table) &&
      this.#database.trash !== undefined;
    const told = this.#isWatched();
    const remove = (): StoreResult<T> => {
      if (version !== undefined && this.#isStale(id, version)) {
        return { kind: "stale" };
      }
      const unready = this.#guard?.({ requires }, this.#database);
      if (unready !== undefined) return unready;
      if (clears) this.#touchCleared(row, now);
      if (keeps || told) this.#beforeDeletion(row, now);
      const { changes } = this.#database.prepare(this.#sql.delete).run(id);
      return { kind: changes === 0 ? "missing" : "deleted" };
    };
    try {
      const isOneStatement = version === undefined && !clears && !keeps &&
        !told && requires === undefined;
      return isOneStatement
        ? this.#database.statement(remove)
        : this.#database.transaction(remove);
    } catch (error) {
      if (constraintOf(error) !== "foreign key") throw error;
      return { kind: "referenced", by: findReferrer(this.#database, row) };
    }
  }

  #beforeDeletion(row: RowKey, now: string): void {
    const { trash, witness, references } = this.#database;
    const plan = planSqliteDeletion(this.#database, row);
    if (plan.kind === "refused") return; // and SQLite refuses it
    trash?.keep(plan.deleted, now);
    for (const { table, id } of plan.deleted) {
      const spec = references.specOf(table);
      if (spec && witness?.watches(spec)) witness.leave(spec, id, now);
    }
  }

  #isWatched(): boolean {
    const { witness, references } = this.#database;
    return witness !== undefined &&
      references.deletes(this.#spec.table, (spec) => witness.watches(spec));
  }

  #kept(id: string): StoreResult<T> {
    const kept = this.#database.trash?.find(this.#spec.table, id);
    // What was kept of this table is of this entity.
    return kept
      ? { kind: "entity", entity: kept.entity as T, version: kept.version }
      : { kind: "missing" };
  }

  #restore({ id, now, requires, once }: RestoreCommand): StoreResult<T> {
    const present = this.#get(id);
    if (present.kind === "entity") return present;
    const kept = this.#kept(id);
    if (kept.kind !== "entity") return kept;
    const { table } = this.#spec;
    const entity = { ...kept.entity, updatedAt: now };
    const version = kept.version + 1;
    const values = this.#mapper.insertValues(entity);
    const command = {
      kind: "insert",
      entity,
      requires,
      once,
      version,
    } as const;
    return this.#atomically(false, () => {
      const result = this.#write(this.#sql.insert, values, command);
      if (typeof result !== "number") return result;
      const sql = `UPDATE ${quoteName(table)} SET "version" = ? WHERE "id" = ?`;
      this.#database.prepare(sql).run(version, id);
      this.#database.trash?.drop(table, id);
      return { kind: "entity", entity, version };
    });
  }

  #isStale(id: string, version: number): boolean {
    const found = this.#get(id);
    return found.kind === "entity" && found.version !== version;
  }

  /** SQLite clears the references itself; that their rows have changed is not known to it. */
  #touchCleared(row: RowKey, now: string): void {
    const plan = planSqliteDeletion(this.#database, row);
    if (plan.kind === "refused") return; // and SQLite refuses it
    for (const { table, id } of plan.cleared) {
      this.#database.prepare(
        `UPDATE ${quoteName(table)} ` +
          `SET "updated_at" = ?, "version" = "version" + 1 WHERE "id" = ?`,
      ).run(now, id);
    }
  }

  /** Looks at ancestors and rules after the write, as everything else comes first, and takes it back where they stand against it. */
  #write(
    sql: string,
    values: SqliteValue[],
    command: WriteCommand<T>,
  ): number | StoreResult<T> {
    const unready = this.#guard?.(command, this.#database);
    if (unready !== undefined) throw new WriteRefused(unready);
    const result = this.#run(sql, values, command.entity);
    const refusal = result === 1 ? this.#refusal(command) : undefined;
    if (refusal !== undefined) throw new WriteRefused(refusal);
    return result;
  }

  /** Does all of a piece of work or nothing. */
  #atomically<R>(isOneStatement: boolean, work: () => R): R | StoreResult<T> {
    if (isOneStatement) return this.#database.statement(work);
    try {
      return this.#database.transaction(work);
    } catch (error) {
      if (!(error instanceof WriteRefused)) throw error;
      return error.result;
    }
  }

  #refusal(command: WriteCommand<T>): StoreResult<never> | undefined {
    const field = findCycleField(this.#database, this.#spec, command.entity);
    if (field !== undefined) return { kind: "cycle", field };
    for (const rule of this.#rules) {
      const refusal = rule(command, this.#database);
      if (refusal !== undefined) return refusal;
    }
    const { once, entity } = command;
    const isKept = !once || this.#database.replies?.keep(once, {
          spec: this.#spec,
          entity,
          version: versionAfter(command),
        }) !== false;
    return isKept ? undefined : { kind: "repeated" };
  }

  /** Returns how many rows were written, or what stood against it. */
  #run(
    sql: string,
    values: SqliteValue[],
    entity: T,
  ): number | StoreResult<T> {
    try {
      return Number(this.#database.prepare(sql).run(...values).changes);
    } catch (error) {
      return this.#explain(error, entity, sql === this.#sql.insert);
    }
  }

  #explain(error: unknown, entity: T, isNew: boolean): StoreResult<T> {
    const constraint = constraintOf(error);
    if (constraint === "unique") {
      const attempt = { entity, isNew };
      const fields = findDuplicateFields(this.#database, this.#spec, attempt);
      if (fields !== undefined) return duplicateOf(fields);
    } else if (constraint === "foreign key") {
      const field = findDanglingField(this.#database, this.#spec, entity);
      if (field !== undefined) return { kind: "dangling", field };
    }
    throw error;
  }
}

const NEXT_NUMBER = `INSERT INTO "_serials" ("name", "last") VALUES (?, 1)
  ON CONFLICT ("name") DO UPDATE SET "last" = "last" + 1 RETURNING "last"`;

type DeleteCommand = StoreCommand<never> & { readonly kind: "delete" };
type RestoreCommand = StoreCommand<never> & { readonly kind: "restore" };

/** Ends a transaction whose write something stands against. */
class WriteRefused extends Error {
  constructor(readonly result: StoreResult<never>) {
    super(`Cannot write: found "${result.kind}"`);
  }
}
