/**
 * Lists in SQLite: the statement of a list query.
 *
 * @module
 */
import { type EntitySpec, fieldOf, type FieldSpec } from "./entity_spec.ts";
import { type ListQuery, type SortKey, totalOrder } from "./list_query.ts";
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
  const conditions = [
    ...filterConditions(spec, query),
    ...searchConditions(spec, query),
    ...(query.after ? [afterCondition(spec, order, query.after)] : []),
  ];
  const where = conditions.length === 0
    ? ""
    : ` WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`;
  const by = order.map(({ field, descending }) =>
    `${column(spec, field)} ${descending ? "DESC" : "ASC"}`
  );
  return {
    sql: `${select}${where} ORDER BY ${by.join(", ")} LIMIT ?`,
    values: [...conditions.flatMap(({ values }) => values), query.limit + 1],
  };
}

/** Quotes the name of a table or column. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly SqliteValue[];
}

function filterConditions(spec: EntitySpec, query: ListQuery): Condition[] {
  return query.filters.map(({ field, value }) => ({
    sql: `${column(spec, field)} IS ?`,
    values: [toSqlite(known(spec, field), value)],
  }));
}

/** `instr` over `lower`, not LIKE: no wildcards to escape, no limit on the pattern, and A to Z are all that lower changes. */
function searchConditions(spec: EntitySpec, query: ListQuery): Condition[] {
  const { search } = query;
  if (search === undefined) return [];
  const contains = spec.search.map((field) =>
    `instr(lower(${column(spec, field)}), lower(?)) > 0`
  );
  return [{
    sql: `(${contains.join(" OR ") || "FALSE"})`,
    values: contains.map(() => search),
  }];
}

/**
 * What comes after a position in the order: after it in the first key, or equal there and after it in the rest.
 * SQLite sorts null before everything, so ascending every value comes after it, and descending it comes after every value.
 */
function afterCondition(
  spec: EntitySpec,
  order: readonly SortKey[],
  after: NonNullable<ListQuery["after"]>,
): Condition {
  const position = [...after.values, after.id];
  const afterFrom = (i: number): Condition => {
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
): Condition {
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

function column(spec: EntitySpec, field: string): string {
  return quoteName(known(spec, field).column);
}

function known(spec: EntitySpec, name: string): FieldSpec {
  const field = fieldOf(spec, name);
  if (field === undefined) {
    throw new Error(`Cannot list "${spec.name}": no field "${name}"`);
  }
  return field;
}
