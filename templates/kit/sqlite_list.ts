/**
 * Lists in SQLite: the statement of a list query.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import { type ListQuery, type SortKey, totalOrder } from "./list_query.ts";
import {
  column,
  conditionsOf,
  known,
  quoteName,
  type SqliteCondition,
  whereOf,
} from "./sqlite_condition.ts";
import { type SqliteValue, toSqlite } from "./sqlite_row.ts";

/** A statement with the values of its placeholders. */
export interface SqliteListStatement {
  /** Names and structure only: no text of a client is in it. */
  readonly sql: string;
  /** In the order of the placeholders. */
  readonly values: readonly SqliteValue[];
}

/** Composes the statement that reads a page and one row more. `select` is `SELECT … FROM table`. */
export function composeList(
  spec: EntitySpec,
  select: string,
  query: ListQuery,
): SqliteListStatement {
  const order = totalOrder(query.sort);
  const matching = [
    ...conditionsOf(spec, query),
    ...(query.after ? [afterCondition(spec, order, query.after)] : []),
  ];
  const by = order.map(({ field, descending }) =>
    `${column(spec, field)} ${descending ? "DESC" : "ASC"}`
  );
  const where = whereOf(
    query.each ? [isFirst(spec, query.each, { matching, by })] : matching,
  );
  const { limit, offset } = query;
  const page = offset === undefined ? " LIMIT ?" : " LIMIT ? OFFSET ?";
  return {
    sql: `${select}${where.sql} ORDER BY ${by.join(", ")}${page}`,
    values: [
      ...where.values,
      limit + 1,
      ...(offset === undefined ? [] : [offset]),
    ],
  };
}

/** Composes the statement that counts as `total` how many rows match, on whatever page. */
export function composeCount(
  spec: EntitySpec,
  query: ListQuery,
): SqliteListStatement {
  const { sql, values } = whereOf(conditionsOf(spec, query));
  const from = `SELECT count(*) AS "total" FROM ${quoteName(spec.table)}`;
  return { sql: `${from}${sql}`, values };
}

/** Whether a row is among the first that match of those with its value in a field. */
function isFirst(
  spec: EntitySpec,
  { field, limit }: NonNullable<ListQuery["each"]>,
  { matching, by }: {
    readonly matching: readonly SqliteCondition[];
    readonly by: readonly string[];
  },
): SqliteCondition {
  const where = whereOf(matching);
  const place = `row_number() OVER (PARTITION BY ${
    column(spec, field)
  } ORDER BY ${by.join(", ")})`;
  const placed = `SELECT "id", ${place} AS "place" FROM ${
    quoteName(spec.table)
  }${where.sql}`;
  return {
    sql: `"id" IN (SELECT "id" FROM (${placed}) WHERE "place" <= ?)`,
    values: [...where.values, limit],
  };
}

/**
 * What comes after a position in the order: after it in the first key, or equal there and after it in the rest.
 * SQLite sorts null before everything, so ascending every value comes after it, and descending it comes after every value.
 */
function afterCondition(
  spec: EntitySpec,
  order: readonly SortKey[],
  after: NonNullable<ListQuery["after"]>,
): SqliteCondition {
  const position = [...after.values, after.id];
  const afterFrom = (i: number): SqliteCondition => {
    const { field, descending } = order[i]!;
    const value = toSqlite(known(spec, field), position[i] ?? null);
    const here = strictlyAfter(spec, { field, descending }, value);
    if (i === order.length - 1) return here;
    const rest = afterFrom(i + 1);
    return {
      sql: `(${here.sql} OR ${column(spec, field)} IS ? AND ${rest.sql})`,
      values: [...here.values, value, ...rest.values],
    };
  };
  return afterFrom(0);
}

function strictlyAfter(
  spec: EntitySpec,
  key: SortKey,
  value: SqliteValue,
): SqliteCondition {
  const name = column(spec, key.field);
  if (value === null) {
    const sql = key.descending ? "FALSE" : `${name} IS NOT NULL`;
    return { sql, values: [] };
  }
  if (!key.descending) return { sql: `${name} > ?`, values: [value] };
  const nullable = known(spec, key.field).nullable;
  const sql = nullable ? `(${name} < ? OR ${name} IS NULL)` : `${name} < ?`;
  return { sql, values: [value] };
}
