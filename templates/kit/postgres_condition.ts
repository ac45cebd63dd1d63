/**
 * What the filters and the search of a query ask for, in PostgreSQL's SQL.
 *
 * @module
 */
import { type EntitySpec, fieldOf, type FieldSpec } from "./entity_spec.ts";
import type {
  FieldFilter,
  FilterValue,
  LinkFilter,
  ListQuery,
} from "./list_query.ts";
import { paddedValues } from "./padded_values.ts";
import type { PostgresValue } from "./postgres_connection.ts";
import { toPostgres } from "./postgres_row.ts";

/** Takes a value and gives its `$1`. */
export type Place = (value: PostgresValue) => string;

/** Composes the conditions of a query, all of which must hold: names and structure only, no text of a client. */
export function conditionsOf(
  spec: EntitySpec,
  query: Pick<ListQuery, "filters" | "search">,
  place: Place,
): string[] {
  return [
    ...query.filters.map((filter) => filterCondition(spec, filter, place)),
    ...searchConditions(spec, query, place),
  ];
}

/** Composes the WHERE of conditions: nothing where there are none. */
export function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
}

/** Quotes the name of a table or column. */
export function quotePostgresName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What is compared where values are: an email without the case of its letters. */
export function comparedColumn(
  { kind, column }: Pick<FieldSpec, "kind" | "column">,
): string {
  const name = quotePostgresName(column);
  return kind === "email" ? `lower(${name})` : name;
}

/** What a value is compared as; `place` is its `$1`. Only A to Z count as letters, as in memory. */
export function comparedValue(
  { kind }: Pick<FieldSpec, "kind">,
  place: string,
): string {
  return kind === "email" ? `lower(${place} COLLATE "C")` : place;
}

/** Compares a column with a value in the form in which PostgreSQL takes it. Not `IS NOT DISTINCT FROM`, which uses no index. */
export function isEqual(
  field: FieldSpec,
  value: PostgresValue,
  place: Place,
): string {
  const column = comparedColumn(field);
  return value === null
    ? `${column} IS NULL`
    : `${column} = ${comparedValue(field, place(value))}`;
}

/** Finds a field; throws where there is none. */
export function known(spec: EntitySpec, name: string): FieldSpec {
  const field = fieldOf(spec, name);
  if (field === undefined) {
    throw new Error(`Cannot list "${spec.name}": no field "${name}"`);
  }
  return field;
}

function filterCondition(
  spec: EntitySpec,
  filter: FieldFilter,
  place: Place,
): string {
  const field = known(spec, filter.field);
  if ("eitherOf" in filter) {
    const sets = filter.eitherOf.map((filters) =>
      `(${
        filters.map((one) => filterCondition(spec, one, place))
          .join(" AND ") || "TRUE"
      })`
    );
    return `(${sets.join(" OR ") || "FALSE"})`;
  }
  if ("before" in filter) {
    const value = place(toPostgres(field, filter.before));
    return `${quotePostgresName(field.column)} < ${value}`;
  }
  if ("value" in filter) {
    return isEqual(field, toPostgres(field, filter.value), place);
  }
  if ("anyOf" in filter) return isAnyOf(field, filter.anyOf, place);
  return "contains" in filter
    ? hasElement(field, filter.contains, place)
    : isWithin(field, filter.within, place);
}

/** Null is in no list of SQL. */
function isAnyOf(
  field: FieldSpec,
  anyOf: readonly FilterValue[],
  place: Place,
): string {
  const column = comparedColumn(field);
  const given = anyOf.filter((value) => value !== null);
  const places = paddedValues(given)
    .map((value) => comparedValue(field, place(toPostgres(field, value))));
  const choices = [
    ...(places.length > 0 ? [`${column} IN (${places.join(", ")})`] : []),
    ...(given.length < anyOf.length ? [`${column} IS NULL`] : []),
  ];
  return `(${choices.join(" OR ") || "FALSE"})`;
}

/** `@>` can use an index; emails are compared one by one, without case. */
function hasElement(
  field: FieldSpec,
  value: FilterValue,
  place: Place,
): string {
  const column = quotePostgresName(field.column);
  if (field.items !== "email") {
    return `${column} @> ${place(JSON.stringify(value))}::jsonb`;
  }
  return `lower(${place(value)}::text COLLATE "C") IN ` +
    `(SELECT lower("element" COLLATE "C") ` +
    `FROM jsonb_array_elements_text(${column}) AS "item" ("element"))`;
}

/** The values are compared as the field is: emails without case. */
function isWithin(field: FieldSpec, link: LinkFilter, place: Place): string {
  const { table, select, where } = link;
  const rows = "value" in link
    ? isEqual(where.spec, toPostgres(where.spec, link.value), place)
    : isWithin(where.spec, link.within, place);
  const { column } = select.spec;
  const values = `SELECT ${comparedColumn({ kind: field.kind, column })} ` +
    `FROM ${quotePostgresName(table)} WHERE ${rows}`;
  return `${comparedColumn(field)} IN (${values})`;
}

/** `strpos` over `lower`, not LIKE: no wildcards to escape; and A to Z are all that lower changes under "C". */
function searchConditions(
  spec: EntitySpec,
  { search }: Pick<ListQuery, "search">,
  place: Place,
): string[] {
  if (search === undefined) return [];
  if (spec.words) return hasWords(spec.words(search), place);
  const text = place(search);
  const contains = spec.search.map((name) => {
    const column = quotePostgresName(known(spec, name).column);
    return `strpos(lower(${column}), lower(${text} COLLATE "C")) > 0`;
  });
  return [`(${contains.join(" OR ") || "FALSE"})`];
}

/** The column that has the words of an entity's row. */
export const WORDS_COLUMN = "_words";

/** In quotes, which words never have, a word of a query is no operator. */
function hasWords(words: readonly string[], place: Place): string[] {
  if (words.length === 0) return [];
  const wanted = words.map((word) => `'${word}':*`).join(" & ");
  return [`${quotePostgresName(WORDS_COLUMN)} @@ ${place(wanted)}::tsquery`];
}
