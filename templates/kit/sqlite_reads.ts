/**
 * Reads pages and groups of a table in SQLite: at once or, where that would hold up everything else, beside it.
 *
 * @module
 */
import { encodeCursor } from "./cursor.ts";
import type { GroupsQuery } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import { LongReads } from "./long_reads.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";
import { composeGroups } from "./sqlite_groups.ts";
import { composeCount, composeList } from "./sqlite_list.ts";
import type { LongReader } from "./sqlite_reader.ts";
import type { ReadStatement } from "./sqlite_reader_worker.ts";
import { type SqliteRow, SqliteRowMapper } from "./sqlite_row.ts";
import { type SqliteTuple, tupleOf } from "./sqlite_tuples.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** The reads of one table. */
export class SqliteReads<T extends Entity> {
  readonly #spec: EntitySpec;
  readonly #database: SqliteDatabase;
  readonly #select: string;
  readonly #mapper: SqliteRowMapper<T>;
  readonly #longReads: LongReads;

  /** Reads a table by `SELECT … FROM t`. */
  constructor(spec: EntitySpec, database: SqliteDatabase, select: string) {
    this.#spec = spec;
    this.#database = database;
    this.#select = select;
    this.#mapper = new SqliteRowMapper(spec);
    this.#longReads = new LongReads(spec, database);
  }

  /** Answers a command that reads many rows, beside everything else where that takes long; undefined for others. */
  answer(
    command: StoreCommand<T>,
  ): StoreResult<T> | Promise<StoreResult<T>> | undefined {
    const { reader } = this.#database;
    if (reader === undefined) return undefined;
    if (command.kind === "list") return this.#listed(command.query, reader);
    if (command.kind === "groups") return this.#grouped(command, reader);
    return undefined;
  }

  /** Reads a page at once. */
  list(query: ListQuery): StoreResult<T> {
    return this.#pageNow(query, this.#statementsOf(query));
  }

  /** Reads groups at once. */
  groups(query: GroupsQuery): StoreResult<T> {
    const { sql, values, toGroup } = composeGroups(this.#spec, query);
    const rows = this.#rows({ sql, values });
    return { kind: "groups", groups: rows.map(toGroup) };
  }

  #listed(
    query: ListQuery,
    reader: LongReader,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    const statements = this.#statementsOf(query);
    const [{ sql }] = statements;
    if (!this.#longReads.isLong(sql, query)) {
      return this.#pageNow(query, statements);
    }
    return reader.read(statements)
      .then(([rows, count]) => this.#pageOf(query, rows?.map(tupleOf), count));
  }

  #pageNow(
    query: ListQuery,
    [page, count]: readonly [ReadStatement, ...ReadStatement[]],
  ): StoreResult<T> {
    const tuples = this.#database.prepareTuples(page.sql).all(...page.values);
    return this.#pageOf(query, tuples, count && this.#rows(count));
  }

  /** The statement that reads the page and, where it is wanted, the one that counts. */
  #statementsOf(
    query: ListQuery,
  ): readonly [ReadStatement, ...ReadStatement[]] {
    const page = composeList(this.#spec, this.#select, query);
    return query.total ? [page, composeCount(this.#spec, query)] : [page];
  }

  #rows({ sql, values }: ReadStatement): readonly SqliteRow[] {
    return this.#database.prepare(sql).all(...values);
  }

  #pageOf(
    query: ListQuery,
    rows: readonly SqliteTuple[] = [],
    count?: readonly SqliteRow[],
  ): StoreResult<T> {
    const items = rows.slice(0, query.limit)
      .map((row) => this.#mapper.fromTuple(row));
    const last = items.at(-1);
    const nextCursor = rows.length > query.limit && last !== undefined
      ? encodeCursor(this.#spec, query, last)
      : null;
    const page = { items, nextCursor };
    return count === undefined
      ? { kind: "page", page }
      : { kind: "page", page: { ...page, total: Number(count[0]?.total) } };
  }

  #grouped(
    query: GroupsQuery,
    reader: LongReader,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    const { sql, values, toGroup } = composeGroups(this.#spec, query);
    const { filters } = query;
    if (!this.#longReads.isLong(sql, { filters })) return this.groups(query);
    return reader.read([{ sql, values }])
      .then(([rows = []]) => ({ kind: "groups", groups: rows.map(toGroup) }));
  }
}
