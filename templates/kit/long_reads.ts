/**
 * Tells which reads of a SQLite table could take long, and would hold up everything else meanwhile.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import { conditionsOf, quoteName, whereOf } from "./sqlite_condition.ts";
import type { SqliteDatabase } from "./sqlite_database.ts";

/** Which rows of a table are wanted. Without `sort`, all that match have to be looked at. */
export type WantedRows =
  & Pick<ListQuery, "filters" | "search">
  & Partial<Pick<ListQuery, "sort" | "after" | "offset" | "total">>;

/**
 * Looks at the reads of one table before they are made.
 *
 * A page that an index finds in its order is short however large the table is. Everything else is as long as what has
 * to be looked at, which an index counts as far as it matters.
 */
export class LongReads {
  readonly #spec: EntitySpec;
  readonly #database: SqliteDatabase;
  readonly #plans = new Map<string, ReadPlan>();

  /** Looks at the reads of one entity's table. */
  constructor(spec: EntitySpec, database: SqliteDatabase) {
    this.#spec = spec;
    this.#database = database;
  }

  /** Says whether a statement, which reads what is wanted, may look at more than {@link FEW} rows. */
  isLong(sql: string, wanted: WantedRows): boolean {
    if (isFirstPage(wanted) || this.#largestRow() <= FEW) return false;
    const { filters, search } = wanted;
    const plan = this.#planOf(sql);
    const isFound = !plan.scans && search === undefined &&
      plan.terms >= filters.length;
    const isBare = filters.length === 0 && search === undefined;
    if (isPage(wanted) && plan.isInOrder && (isBare || isFound)) return false;
    return filters.length === 0 || plan.scans ||
      plan.terms < filters.length || this.#countFew(wanted) > FEW;
  }

  /** At least how many rows there are: more, where some were deleted. */
  #largestRow(): number {
    const sql = `SELECT max(rowid) AS "last" FROM ${
      quoteName(this.#spec.table)
    }`;
    return Number(this.#database.prepare(sql).get()?.last ?? 0);
  }

  /** Counts what the filters let through, no further than just beyond {@link FEW}; an index has to find it. */
  #countFew({ filters }: WantedRows): number {
    const where = whereOf(conditionsOf(this.#spec, { filters }));
    const table = quoteName(this.#spec.table);
    const sql = `SELECT count(*) AS "found" FROM ` +
      `(SELECT 1 FROM ${table}${where.sql} LIMIT ${FEW + 1})`;
    return Number(this.#database.prepare(sql).get(...where.values)?.found);
  }

  #planOf(sql: string): ReadPlan {
    const known = this.#plans.get(sql);
    if (known !== undefined) return known;
    if (this.#plans.size === MAX_PLANS) this.#plans.clear();
    const plan = explain(this.#database, sql);
    this.#plans.set(sql, plan);
    return plan;
  }
}

/** How SQLite goes about a statement. */
interface ReadPlan {
  /** It looks at all rows of some table, or of a function. */
  readonly scans: boolean;
  /** It finds rows in the order that is wanted. */
  readonly isInOrder: boolean;
  /** By how many equal values an index finds the rows. */
  readonly terms: number;
}

function explain(database: SqliteDatabase, sql: string): ReadPlan {
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
  const lines = rows.map(({ detail }) => String(detail));
  const [first = ""] = lines;
  return {
    scans: lines.some((line) => line.startsWith("SCAN")),
    isInOrder: !lines.some((line) => line.startsWith("USE TEMP B-TREE")),
    terms: first.startsWith("SEARCH") ? first.split("=?").length - 1 : 0,
  };
}

/** The first rows by id. */
function isFirstPage(wanted: WantedRows): boolean {
  const { filters, search, sort } = wanted;
  return isPage(wanted) && filters.length === 0 && search === undefined &&
    sort?.length === 0;
}

/** It ends when a page is full, and begins where an index finds it. */
function isPage({ sort, after, offset = 0, total }: WantedRows): boolean {
  return sort !== undefined && total !== true && offset <= FEW &&
    (after === undefined || sort.length === 0);
}

/** How many rows may be looked at while everything else waits: some milliseconds. */
export const FEW = 5_000;
const MAX_PLANS = 200;
