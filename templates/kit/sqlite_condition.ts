/**
 * What the filters and the search of a query ask for, in SQLite's SQL.
 *
 * @module
 */
import {
  type EntitySpec,
  fieldOf,
  type FieldSpec,
  itemOf,
} from "./entity_spec.ts";
import type {
  FieldFilter,
  FilterValue,
  LinkFilter,
  ListQuery,
} from "./list_query.ts";
import { paddedValues } from "./padded_values.ts";
import { type SqliteValue, toSqlite } from "./sqlite_row.ts";

/** A condition with the values of its placeholders. */
export interface SqliteCondition {
  /** Names and structure only: no text of a client is in it. */
  readonly sql: string;
  /** In the order of the placeholders. */
  readonly values: readonly SqliteValue[];
}

/** Composes the conditions of a query, all of which must hold. */
export function conditionsOf(
  spec: EntitySpec,
  query: Pick<ListQuery, "filters" | "search">,
): SqliteCondition[] {
  return [
    ...query.filters.map((filter) => filterCondition(spec, filter)),
    ...searchConditions(spec, query),
  ];
}

/** Composes the WHERE of conditions: nothing where there are none. */
export function whereOf(
  conditions: readonly SqliteCondition[],
): SqliteCondition {
  const sql = conditions.map(({ sql }) => sql).join(" AND ");
  return {
    sql: sql === "" ? "" : ` WHERE ${sql}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** Quotes the column of a field. */
export function column(spec: EntitySpec, field: string): string {
  return quoteName(known(spec, field).column);
}

/** Finds a field; throws where there is none. */
export function known(spec: EntitySpec, name: string): FieldSpec {
  const field = fieldOf(spec, name);
  if (field === undefined) {
    throw new Error(`Cannot list "${spec.name}": no field "${name}"`);
  }
  return field;
}

/** Quotes the name of a table or column. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function filterCondition(
  spec: EntitySpec,
  filter: FieldFilter,
): SqliteCondition {
  const field = known(spec, filter.field);
  if ("eitherOf" in filter) return isEither(spec, filter.eitherOf);
  if ("value" in filter) return isEqual(field, filter.value);
  if ("anyOf" in filter) return isAnyOf(field, filter.anyOf);
  if ("before" in filter) {
    const values = [toSqlite(field, filter.before)];
    return { sql: `${quoteName(field.column)} < ?`, values };
  }
  return "contains" in filter
    ? hasElement(spec, field, filter.contains)
    : isWithin(field, filter.within);
}

function isEither(
  spec: EntitySpec,
  sets: readonly (readonly FieldFilter[])[],
): SqliteCondition {
  const all = sets.map((filters) =>
    filters.map((one) => filterCondition(spec, one))
  );
  const sql = all.map((one) =>
    `(${one.map(({ sql }) => sql).join(" AND ") || "TRUE"})`
  ).join(" OR ");
  return {
    sql: `(${sql || "FALSE"})`,
    values: all.flat().flatMap(({ values }) => values),
  };
}

function isEqual(field: FieldSpec, value: FilterValue): SqliteCondition {
  return {
    sql: `${quoteName(field.column)} IS ?`,
    values: [toSqlite(field, value)],
  };
}

/** Null is in no list of SQL. */
function isAnyOf(
  field: FieldSpec,
  anyOf: readonly FilterValue[],
): SqliteCondition {
  const name = quoteName(field.column);
  const given = anyOf.filter((value) => value !== null);
  const values = paddedValues(given).map((value) => toSqlite(field, value));
  const choices = [
    ...(values.length > 0 ? [`${name} IN (${values.map(() => "?")})`] : []),
    ...(given.length < anyOf.length ? [`${name} IS NULL`] : []),
  ];
  return { sql: `(${choices.join(" OR ") || "FALSE"})`, values };
}

/** The column has its table's name before it: `json_each` has columns of its own, which could have the same name. */
function hasElement(
  spec: EntitySpec,
  field: FieldSpec,
  value: FilterValue,
): SqliteCondition {
  const list = `${quoteName(spec.table)}.${quoteName(field.column)}`;
  const sql = field.items === "email"
    ? `lower(?) IN (SELECT lower("value") FROM json_each(${list}))`
    : `? IN (SELECT "value" FROM json_each(${list}))`;
  const element = typeof value === "boolean"
    ? toSqlite(itemOf(field), value)
    : value;
  return { sql, values: [element] };
}

/** The column before IN decides how the values are compared: emails without case. */
function isWithin(field: FieldSpec, link: LinkFilter): SqliteCondition {
  const { table, select, where } = link;
  const rows = "value" in link
    ? isEqual(where.spec, link.value)
    : isWithin(where.spec, link.within);
  const values = `SELECT ${quoteName(select.spec.column)} ` +
    `FROM ${quoteName(table)} WHERE ${rows.sql}`;
  return {
    sql: `${quoteName(field.column)} IN (${values})`,
    values: rows.values,
  };
}

/** `instr` over `lower`, not LIKE: no wildcards to escape, no limit on the pattern, and A to Z are all that lower changes. */
function searchConditions(
  spec: EntitySpec,
  { search }: Pick<ListQuery, "search">,
): SqliteCondition[] {
  if (search === undefined) return [];
  if (spec.words) return hasWords(spec, spec.words(search));
  const contains = spec.search.map((field) =>
    `instr(lower(${column(spec, field)}), lower(?)) > 0`
  );
  return [{
    sql: `(${contains.join(" OR ") || "FALSE"})`,
    values: contains.map(() => search),
  }];
}

/** Names the FTS5 table that has the words of an entity's rows. */
export function wordsTable({ table }: Pick<EntitySpec, "table">): string {
  return `_${table}_words`;
}

/** In quotes, which words never have, a word of FTS5 is no operator. */
function hasWords(
  spec: EntitySpec,
  words: readonly string[],
): SqliteCondition[] {
  if (words.length === 0) return [];
  const table = quoteName(wordsTable(spec));
  const wanted = words.map((word) => `"${word}" *`).join(" AND ");
  return [{
    sql: `"id" IN (SELECT "id" FROM ${table} WHERE ${table} MATCH ?)`,
    values: [`"words" : (${wanted})`],
  }];
}
