/**
 * Lists in PostgreSQL: the statement of a list query.
 *
 * @module
 */
import { type EntitySpec, fieldOf, type FieldSpec } from "./entity_spec.ts";
import { type ListQuery, type SortKey, totalOrder } from "./list_query.ts";
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
  const conditions = [
    ...query.filters.map(({ field, value }) =>
      isEqual(spec, field, toPostgres(known(spec, field), value), place)
    ),
    ...searchConditions(spec, query, place),
    ...(query.after ? [afterCondition(spec, order, query.after, place)] : []),
  ];
  const where = conditions.length === 0
    ? ""
    : ` WHERE ${conditions.join(" AND ")}`;
  const by = order.map((key) => orderBy(spec, key)).join(", ");
  const limit = place(query.limit + 1);
  return { sql: `${select}${where} ORDER BY ${by} LIMIT ${limit}`, values };
}

/** Quotes the name of a table or column. */
export function quotePostgresName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What is compared where values are: an email without the case of its letters. */
export function comparedColumn({ kind, column }: FieldSpec): string {
  const name = quotePostgresName(column);
  return kind === "email" ? `lower(${name})` : name;
}

/** What a value is compared as; `place` is its `$1`. Only A to Z count as letters, as in memory. */
export function comparedValue({ kind }: FieldSpec, place: string): string {
  return kind === "email" ? `lower(${place} COLLATE "C")` : place;
}

/** Takes a value and gives its `$1`. */
type Place = (value: PostgresValue) => string;

/** Not `IS NOT DISTINCT FROM`, which uses no index. */
function isEqual(
  spec: EntitySpec,
  name: string,
  value: PostgresValue,
  place: Place,
): string {
  const field = known(spec, name);
  const column = comparedColumn(field);
  return value === null
    ? `${column} IS NULL`
    : `${column} = ${comparedValue(field, place(value))}`;
}

/** `strpos` over `lower`, not LIKE: no wildcards to escape; and A to Z are all that lower changes under "C". */
function searchConditions(
  spec: EntitySpec,
  { search }: ListQuery,
  place: Place,
): string[] {
  if (search === undefined) return [];
  const text = place(search);
  const contains = spec.search.map((name) => {
    const column = quotePostgresName(known(spec, name).column);
    return `strpos(lower(${column}), lower(${text} COLLATE "C")) > 0`;
  });
  return [`(${contains.join(" OR ") || "FALSE"})`];
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
    const equal = isEqual(spec, key.field, value, place);
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

function known(spec: EntitySpec, name: string): FieldSpec {
  const field = fieldOf(spec, name);
  if (field === undefined) {
    throw new Error(`Cannot list "${spec.name}": no field "${name}"`);
  }
  return field;
}
