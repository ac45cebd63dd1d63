/**
 * A table in PostgreSQL.
 *
 * @module
 */
import { encodeCursor } from "./cursor.ts";
import type { RowKey } from "./delete_plan.ts";
import type { GroupsQuery } from "./entity_request.ts";
import { acyclicFields, type Entity, type EntitySpec } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import {
  findPostgresCycle,
  findPostgresDangling,
  findPostgresDuplicates,
  postgresRowExists,
} from "./postgres_conflict.ts";
import { quotePostgresName } from "./postgres_condition.ts";
import type { PostgresSession, PostgresValue } from "./postgres_connection.ts";
import type { PostgresPlace } from "./postgres_database.ts";
import {
  needsPlan,
  planPostgresDeletion,
  touchCleared,
} from "./postgres_deletion.ts";
import { violatedConstraint } from "./postgres_failure.ts";
import { composePostgresGroups } from "./postgres_groups.ts";
import { composePostgresCount, composePostgresList } from "./postgres_list.ts";
import { PostgresRowMapper } from "./postgres_row.ts";
import { serialFields, withNumbers } from "./serial_fields.ts";
import {
  type Adjustment,
  duplicateOf,
  type Requirement,
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
export type PostgresRule = (
  write: WriteCommand<Entity>,
  session: PostgresSession,
) => Promise<StoreResult<never> | undefined>;

/** What must hold before a command is carried out, in the same transaction; says what stands against it. */
export type PostgresGuard = (
  command: {
    readonly requires?: readonly Requirement[];
    readonly adjust?: readonly Adjustment[];
  },
  session: PostgresSession,
) => Promise<StoreResult<never> | undefined>;

/** The statements of a table, as its store declares them. */
export interface PostgresTableSql {
  /** `INSERT INTO t (id, created_at, updated_at, <own columns in order>) VALUES ($1, …)` */
  readonly insert: string;
  /** `SELECT id, created_at, updated_at, <own columns>, version FROM t`, without WHERE. */
  readonly select: string;
  /** `UPDATE t SET updated_at = $1, <own columns in order>, version = version + 1 WHERE id = $… AND version = $…` */
  readonly update: string;
  /** `DELETE FROM t WHERE id = $1` */
  readonly delete: string;
}

/** Keeps entities in a table of a PostgreSQL database; what PostgreSQL cannot do, it throws. */
export class PostgresTable<T extends Entity>
  implements Table<T, Promise<StoreResult<T>>> {
  readonly #spec: EntitySpec;
  readonly #database: PostgresPlace;
  readonly #sql: PostgresTableSql & { readonly get: string };
  readonly #mapper: PostgresRowMapper<T>;
  readonly #isHierarchy: boolean;
  readonly #rules: readonly PostgresRule[];
  readonly #guard: PostgresGuard | undefined;
  readonly #serials: readonly string[];

  /**
   * Declares the entity's table to a database; its migrations must have run before the first command.
   * `rules` are checked in order, after everything else, `guard` before.
   */
  constructor(
    spec: EntitySpec,
    database: PostgresPlace,
    sql: PostgresTableSql,
    rules: readonly PostgresRule[] = [],
    guard?: PostgresGuard,
  ) {
    this.#guard = guard;
    this.#rules = rules;
    this.#spec = spec;
    this.#database = database;
    this.#sql = { ...sql, get: `${sql.select} WHERE "id" = $1` };
    this.#mapper = new PostgresRowMapper(spec);
    this.#isHierarchy = acyclicFields(spec).length > 0;
    this.#serials = serialFields(spec);
    database.references.add(spec);
  }

  /** Carries out one command. */
  execute(command: StoreCommand<T>): Promise<StoreResult<T>> {
    switch (command.kind) {
      case "insert":
        return this.#insert(command);
      case "get":
        return command.deleted ? this.#kept(command.id) : this.#get(command.id);
      case "list":
        return this.#list(command.query);
      case "groups":
        return this.#groups(command);
      case "update":
        return this.#update(command);
      case "delete":
        return this.#delete(command);
      case "restore":
        return this.#restore(command);
    }
  }

  async #insert(
    { entity, requires, once }: WriteCommand<T>,
  ): Promise<StoreResult<T>> {
    const numbered = await this.#numbered(entity);
    const values = this.#mapper.insertValues(numbered);
    const result = await this.#write(this.#sql.insert, values, {
      kind: "insert",
      entity: numbered,
      requires,
      once,
    });
    return typeof result === "number"
      ? { kind: "entity", entity: numbered, version: 1 }
      : result;
  }

  /** A number that is taken is never given again, whatever becomes of the entity: no transaction is needed. */
  async #numbered(entity: T): Promise<T> {
    if (this.#serials.length === 0) return entity;
    const table = quotePostgresName(this.#spec.table);
    const numbers: Record<string, number> = {};
    for (const field of this.#serials) {
      const { column } = this.#spec.fields[field]!;
      const [row] = await this.#database.query(NEXT_NUMBER, [table, column]);
      numbers[field] = Number(row?.next);
    }
    return withNumbers(entity, numbers);
  }

  async #get(id: string): Promise<StoreResult<T>> {
    const [row] = await this.#database.query(this.#sql.get, [id]);
    if (row === undefined) return { kind: "missing" };
    const entity = this.#mapper.toEntity(row);
    return { kind: "entity", entity, version: Number(row.version) };
  }

  async #list(query: ListQuery): Promise<StoreResult<T>> {
    const { sql, values } = composePostgresList(
      this.#spec,
      this.#sql.select,
      query,
    );
    const rows = await this.#database.query(sql, values);
    const items = rows.slice(0, query.limit)
      .map((row) => this.#mapper.toEntity(row));
    const last = items.at(-1);
    const nextCursor = rows.length > query.limit && last !== undefined
      ? encodeCursor(this.#spec, query, last)
      : null;
    const page = { items, nextCursor };
    return query.total
      ? { kind: "page", page: { ...page, total: await this.#count(query) } }
      : { kind: "page", page };
  }

  async #count(query: ListQuery): Promise<number> {
    const { sql, values } = composePostgresCount(this.#spec, query);
    const [row] = await this.#database.query(sql, values);
    return Number(row?.total);
  }

  async #groups(query: GroupsQuery): Promise<StoreResult<T>> {
    const { sql, values, toGroup } = composePostgresGroups(this.#spec, query);
    const rows = await this.#database.query(sql, values);
    return { kind: "groups", groups: rows.map(toGroup) };
  }

  async #update(
    command: StoreCommand<T> & { readonly kind: "update" },
  ): Promise<StoreResult<T>> {
    const { entity, version } = command;
    const values = this.#mapper.updateValues(entity, version);
    const result = await this.#write(this.#sql.update, values, command);
    if (typeof result !== "number") return result;
    if (result > 0) return { kind: "entity", entity, version: version + 1 };
    const { table } = this.#spec;
    const exists = await postgresRowExists(this.#database, table, entity.id);
    return { kind: exists ? "stale" : "missing" };
  }

  async #delete(command: DeleteCommand): Promise<StoreResult<T>> {
    const { references, witness } = this.#database;
    const { table } = this.#spec;
    const isOneStatement = !this.#database.isWithin &&
      command.version === undefined &&
      !references.keeps(table) &&
      !(witness &&
        references.deletes(table, (spec) => witness.watches(spec))) &&
      command.requires === undefined &&
      !needsPlan(references, this.#spec.table);
    try {
      if (!isOneStatement) return await this.#deletePlanned(command);
      const { count } = await this.#database.query(this.#sql.delete, [
        command.id,
      ]);
      return { kind: count === 0 ? "missing" : "deleted" };
    } catch (error) {
      if (violatedConstraint(error) !== "foreign key") throw error;
      // A table that no store declared can have a foreign key too.
      return { kind: "referenced", by: "row of another table" };
    }
  }

  /** What refers to a row that goes with another is counted at the end, when all that goes has gone. */
  #deletePlanned(
    { id, now, version, requires }: DeleteCommand,
  ): Promise<StoreResult<T>> {
    const row = { table: this.#spec.table, id };
    const { references } = this.#database;
    return this.#database.transaction<StoreResult<T>>(async (session) => {
      const unready = await this.#guard?.({ requires }, session);
      if (unready !== undefined) return unready;
      const plan = await planPostgresDeletion(session, references, row);
      if (plan === undefined) return { kind: "missing" };
      if (version !== undefined) {
        const [found] = await session.query(this.#sql.get, [id]);
        if (Number(found?.version) !== version) return { kind: "stale" };
      }
      if (plan.kind === "refused") return { kind: "referenced", by: plan.by };
      await touchCleared(session, plan, now);
      await this.#database.trash?.keep(session, plan.deleted, now);
      await this.#witnessed(session, plan.deleted, now);
      await session.exec("SET CONSTRAINTS ALL DEFERRED");
      await session.query(this.#sql.delete, [id]);
      return { kind: "deleted" };
    });
  }

  async #witnessed(
    session: PostgresSession,
    rows: readonly RowKey[],
    now: string,
  ): Promise<void> {
    const { witness, references } = this.#database;
    for (const { table, id } of rows) {
      const spec = references.specOf(table);
      if (!spec || !witness?.watches(spec)) continue;
      await witness.leave(session, { spec, id }, now);
    }
  }

  async #kept(id: string): Promise<StoreResult<T>> {
    const { table } = this.#spec;
    const kept = await this.#database.trash?.find(this.#database, table, id);
    // What was kept of this table is of this entity.
    return kept
      ? { kind: "entity", entity: kept.entity as T, version: kept.version }
      : { kind: "missing" };
  }

  async #restore(
    { id, now, requires, once }: RestoreCommand,
  ): Promise<StoreResult<T>> {
    const present = await this.#get(id);
    if (present.kind === "entity") return present;
    const kept = await this.#kept(id);
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
    const result = await this.#write(
      this.#sql.insert,
      values,
      command,
      async (session) => {
        await session.query(
          `UPDATE ${
            quotePostgresName(table)
          } SET "version" = $1 WHERE "id" = $2`,
          [version, id],
        );
        await this.#database.trash?.drop(session, table, id);
      },
    );
    if (typeof result === "number") return { kind: "entity", entity, version };
    const isRestored = result.kind === "duplicate" && result.field === "id";
    return isRestored ? await this.#get(id) : result;
  }

  /** Returns how many rows were written, or what stood against it. */
  async #write(
    sql: string,
    values: PostgresValue[],
    command: WriteCommand<T>,
    after?: (session: PostgresSession) => Promise<void>,
  ): Promise<number | StoreResult<T>> {
    const { entity } = command;
    const isOneStatement = !this.#isHierarchy && this.#rules.length === 0 &&
      after === undefined && command.requires === undefined &&
      command.once === undefined && !this.#database.isWithin;
    for (let attempt = 1;; attempt++) {
      try {
        return isOneStatement
          ? (await this.#database.query(sql, values)).count
          : await this.#writeByRules(sql, values, command, after);
      } catch (error) {
        if (error instanceof WriteRefused) return error.result;
        const isNew = sql === this.#sql.insert;
        const conflict = await this.#explain(error, { entity, isNew });
        if (conflict !== undefined) return conflict;
        // What stood against it has gone in between.
        if (attempt === MAX_WRITES) throw error;
      }
    }
  }

  /** Looks at ancestors and rules after the write, as everything else comes first. */
  #writeByRules(
    sql: string,
    values: PostgresValue[],
    command: WriteCommand<T>,
    after?: (session: PostgresSession) => Promise<void>,
  ): Promise<number> {
    return this.#database.transaction(async (session) => {
      const unready = await this.#guard?.(command, session);
      if (unready !== undefined) throw new WriteRefused(unready);
      if (this.#isHierarchy) {
        await session.query(
          "SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.' || $1::text))",
          [this.#spec.table],
        );
      }
      const { count } = await session.query(sql, values);
      const refusal = count === 1
        ? await this.#refusal(command, session)
        : undefined;
      if (refusal !== undefined) throw new WriteRefused(refusal);
      if (count === 1) await after?.(session);
      return count;
    });
  }

  async #refusal(
    command: WriteCommand<T>,
    session: PostgresSession,
  ): Promise<StoreResult<never> | undefined> {
    const field = await findPostgresCycle(session, this.#spec, command.entity);
    if (field !== undefined) return { kind: "cycle", field };
    for (const rule of this.#rules) {
      const refusal = await rule(command, session);
      if (refusal !== undefined) return refusal;
    }
    const { once, entity } = command;
    const isKept = !once || await this.#database.replies?.keep(session, once, {
          spec: this.#spec,
          entity,
          version: versionAfter(command),
        }) !== false;
    return isKept ? undefined : { kind: "repeated" };
  }

  async #explain(
    error: unknown,
    attempt: { readonly entity: T; readonly isNew: boolean },
  ): Promise<StoreResult<T> | undefined> {
    const constraint = violatedConstraint(error);
    if (constraint === "unique") {
      const fields = await findPostgresDuplicates(
        this.#database,
        this.#spec,
        attempt,
      );
      return fields === undefined ? undefined : duplicateOf(fields);
    }
    if (constraint === "foreign key") {
      const field = await findPostgresDangling(
        this.#database,
        this.#spec,
        attempt.entity,
      );
      return field === undefined ? undefined : { kind: "dangling", field };
    }
    throw error;
  }
}

type DeleteCommand = StoreCommand<never> & { readonly kind: "delete" };
type RestoreCommand = StoreCommand<never> & { readonly kind: "restore" };

/** Ends a transaction whose write something stands against. */
class WriteRefused extends Error {
  constructor(readonly result: StoreResult<never>) {
    super(`Cannot write: found "${result.kind}"`);
  }
}

/** The column is an identity, which has a sequence. */
const NEXT_NUMBER = `SELECT nextval(pg_get_serial_sequence($1, $2)) AS "next"`;
const MAX_WRITES = 3;
