/**
 * A table in SQLite.
 *
 * @module
 */
import { encodeCursor } from "./cursor.ts";
import type { RowKey } from "./delete_plan.ts";
import type { GroupsQuery } from "./entity_request.ts";
import { acyclicFields, type Entity, type EntitySpec } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
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
import { composeGroups } from "./sqlite_groups.ts";
import { composeCount, composeList } from "./sqlite_list.ts";
import { SqliteRowMapper, type SqliteValue } from "./sqlite_row.ts";
import {
  duplicateOf,
  type StoreCommand,
  type StoreResult,
  type Table,
} from "./store_command.ts";

/** The statements of a table, as its store declares them. */
export interface SqliteTableSql {
  /** `INSERT INTO t (id, created_at, updated_at, <own columns in order>) VALUES (?, …)` */
  readonly insert: string;
  /** `SELECT id, created_at, updated_at, <own columns>, version FROM t`, without WHERE. */
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
  readonly #isHierarchy: boolean;
  readonly #serials: readonly string[];

  /** Declares the entity's table to a database; its migrations must have run before the first command. */
  constructor(spec: EntitySpec, database: SqliteDatabase, sql: SqliteTableSql) {
    this.#spec = spec;
    this.#database = database;
    this.#sql = { ...sql, get: `${sql.select} WHERE id = ?` };
    this.#mapper = new SqliteRowMapper(spec);
    this.#isHierarchy = acyclicFields(spec).length > 0;
    this.#serials = serialFields(spec);
    database.references.add(spec);
  }

  /** Carries out one command. */
  execute(command: StoreCommand<T>): StoreResult<T> {
    switch (command.kind) {
      case "insert":
        return this.#insert(command.entity);
      case "get":
        return this.#get(command.id);
      case "list":
        return this.#list(command.query);
      case "groups":
        return this.#groups(command);
      case "update":
        return this.#update(command.entity, command.version);
      case "delete":
        return this.#delete(command.id, command.now, command.version);
    }
  }

  #insert(entity: T): StoreResult<T> {
    const isOneStatement = !this.#isHierarchy && this.#serials.length === 0;
    return this.#atomically(isOneStatement, () => {
      const numbered = this.#numbered(entity);
      const values = this.#mapper.insertValues(numbered);
      const result = this.#write(this.#sql.insert, values, numbered);
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
    const row = this.#database.prepare(this.#sql.get).get(id);
    if (row === undefined) return { kind: "missing" };
    const entity = this.#mapper.toEntity(row);
    return { kind: "entity", entity, version: Number(row.version) };
  }

  #list(query: ListQuery): StoreResult<T> {
    const { sql, values } = composeList(this.#spec, this.#sql.select, query);
    const rows = this.#database.prepare(sql).all(...values);
    const items = rows.slice(0, query.limit)
      .map((row) => this.#mapper.toEntity(row));
    const last = items.at(-1);
    const nextCursor = rows.length > query.limit && last !== undefined
      ? encodeCursor(this.#spec, query, last)
      : null;
    const page = { items, nextCursor };
    return query.total
      ? { kind: "page", page: { ...page, total: this.#count(query) } }
      : { kind: "page", page };
  }

  #count(query: ListQuery): number {
    const { sql, values } = composeCount(this.#spec, query);
    return Number(this.#database.prepare(sql).get(...values)?.total);
  }

  #groups(query: GroupsQuery): StoreResult<T> {
    const { sql, values, toGroup } = composeGroups(this.#spec, query);
    const rows = this.#database.prepare(sql).all(...values);
    return { kind: "groups", groups: rows.map(toGroup) };
  }

  #update(entity: T, version: number): StoreResult<T> {
    const values = this.#mapper.updateValues(entity, version);
    const result = this.#atomically(
      !this.#isHierarchy,
      () => this.#write(this.#sql.update, values, entity),
    );
    if (typeof result !== "number") return result;
    if (result > 0) return { kind: "entity", entity, version: version + 1 };
    const exists = rowExists(this.#database, this.#spec.table, entity.id);
    return { kind: exists ? "stale" : "missing" };
  }

  #delete(id: string, now: string, version?: number): StoreResult<T> {
    const row = { table: this.#spec.table, id };
    const clears = this.#database.references.clears(row.table);
    const remove = (): StoreResult<T> => {
      if (version !== undefined && this.#isStale(id, version)) {
        return { kind: "stale" };
      }
      if (clears) this.#touchCleared(row, now);
      const { changes } = this.#database.prepare(this.#sql.delete).run(id);
      return { kind: changes === 0 ? "missing" : "deleted" };
    };
    try {
      const isOneStatement = version === undefined && !clears;
      return isOneStatement ? remove() : this.#database.transaction(remove);
    } catch (error) {
      if (constraintOf(error) !== "foreign key") throw error;
      return { kind: "referenced", by: findReferrer(this.#database, row) };
    }
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

  /** Looks at the ancestors after the write, as everything else comes first, and takes it back where it made a cycle. */
  #write(
    sql: string,
    values: SqliteValue[],
    entity: T,
  ): number | StoreResult<T> {
    const result = this.#run(sql, values, entity);
    if (!this.#isHierarchy) return result;
    const field = findCycleField(this.#database, this.#spec, entity);
    if (result === 1 && field !== undefined) throw new CycleFound(field);
    return result;
  }

  /** Does all of a piece of work or nothing. */
  #atomically<R>(isOneStatement: boolean, work: () => R): R | StoreResult<T> {
    if (isOneStatement) return work();
    try {
      return this.#database.transaction(work);
    } catch (error) {
      if (!(error instanceof CycleFound)) throw error;
      return { kind: "cycle", field: error.field };
    }
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

/** Ends a transaction whose change would make an entity lead to itself. */
class CycleFound extends Error {
  constructor(readonly field: string) {
    super(`Cannot let an entity lead to itself by "${field}"`);
  }
}
