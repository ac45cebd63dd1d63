/**
 * Lists in PostgreSQL: the statement of a list query.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import { type ListQuery, type SortKey, totalOrder } from "./list_query.ts";
import {
  comparedColumn,
  comparedValue,
  conditionsOf,
  isEqual,
  known,
  type Place,
  quotePostgresName,
  whereOf,
} from "./postgres_condition.ts";
import type { PostgresValue } from "./postgres_connection.ts";
import { toPostgres } from "./postgres_row.ts";

/** A statement with the values of its `$1`, `$2` and so on. */
export interface PostgresListStatement {
  /** Names and structure only: no text of a client is in it. */
  readonly sql: string;
  /** In the order of their numbers. */
  readonly values: readonly PostgresValue[];
}

/** Composes the statement that reads a page and one row more. `select` is `SELECT … FROM table`. */
export function composePostgresList(
  spec: EntitySpec,
  select: string,
  query: ListQuery,
): PostgresListStatement {
  const values: PostgresValue[] = [];
  const place = (value: PostgresValue) => `$${values.push(value)}`;
  const order = totalOrder(query.sort);
  const matching = [
    ...conditionsOf(spec, query, place),
    ...(query.after ? [afterCondition(spec, order, query.after, place)] : []),
  ];
  const by = order.map((key) => orderBy(spec, key)).join(", ");
  const where = query.each
    ? whereOf([isFirst(spec, query.each, { matching, by, place })])
    : whereOf(matching);
  const limit = ` LIMIT ${place(query.limit + 1)}`;
  const offset = query.offset === undefined
    ? ""
    : ` OFFSET ${place(query.offset)}`;
  return { sql: `${select}${where} ORDER BY ${by}${limit}${offset}`, values };
}

/** Composes the statement that counts as `total` how many rows match, on whatever page. */
export function composePostgresCount(
  spec: EntitySpec,
  query: ListQuery,
): PostgresListStatement {
  const values: PostgresValue[] = [];
  const place = (value: PostgresValue) => `$${values.push(value)}`;
  const where = whereOf(conditionsOf(spec, query, place));
  const table = quotePostgresName(spec.table);
  return { sql: `SELECT count(*) AS "total" FROM ${table}${where}`, values };
}

/** Whether a row is among the first that match of those with its value in a field. */
function isFirst(
  spec: EntitySpec,
  { field, limit }: NonNullable<ListQuery["each"]>,
  { matching, by, place }: {
    readonly matching: readonly string[];
    readonly by: string;
    readonly place: Place;
  },
): string {
  const shared = comparedColumn(known(spec, field));
  const placed =
    `SELECT "id", row_number() OVER (PARTITION BY ${shared} ORDER BY ${by}) AS "place" FROM ${
      quotePostgresName(spec.table)
    }${whereOf(matching)}`;
  return `"id" IN (SELECT "id" FROM (${placed}) AS "placed" WHERE "place" <= ${
    place(limit)
  })`;
}

/** Null comes first, and last when the order is descending, as in SQLite; an index on a column without nulls is used anyway. */
function orderBy(spec: EntitySpec, { field, descending }: SortKey): string {
  const found = known(spec, field);
  const nulls = found.nullable
    ? descending ? " NULLS LAST" : " NULLS FIRST"
    : "";
  return `${comparedColumn(found)} ${descending ? "DESC" : "ASC"}${nulls}`;
}

/**
 * What comes after a position in the order: after it in the first key, or equal there and after it in the rest.
 * Ascending, every value comes after null; descending, null comes after every value.
 */
function afterCondition(
  spec: EntitySpec,
  order: readonly SortKey[],
  after: NonNullable<ListQuery["after"]>,
  place: Place,
): string {
  const position = [...after.values, after.id];
  const afterFrom = (i: number): string => {
    const key = order[i]!;
    const value = toPostgres(known(spec, key.field), position[i] ?? null);
    const here = strictlyAfter(spec, key, value, place);
    if (i === order.length - 1) return here;
    const equal = isEqual(known(spec, key.field), value, place);
    return `(${here} OR ${equal} AND ${afterFrom(i + 1)})`;
  };
  return afterFrom(0);
}

function strictlyAfter(
  spec: EntitySpec,
  { field: name, descending }: SortKey,
  value: PostgresValue,
  place: Place,
): string {
  const field = known(spec, name);
  const column = comparedColumn(field);
  if (value === null) return descending ? "FALSE" : `${column} IS NOT NULL`;
  const position = comparedValue(field, place(value));
  if (!descending) return `${column} > ${position}`;
  return field.nullable
    ? `(${column} < ${position} OR ${column} IS NULL)`
    : `${column} < ${position}`;
}
