/**
 * Groups in PostgreSQL: the statement of a query for groups.
 *
 * @module
 */
import type { Group, GroupsQuery } from "./entity_request.ts";
import {
  type EntitySpec,
  type FieldSpec,
  type ItemKind,
  itemOf,
} from "./entity_spec.ts";
import { groupedField, summedFields } from "./groups_query.ts";
import type { FilterValue } from "./list_query.ts";
import {
  conditionsOf,
  quotePostgresName,
  whereOf,
} from "./postgres_condition.ts";
import type { PostgresRow, PostgresValue } from "./postgres_connection.ts";
import { fromPostgres } from "./postgres_row.ts";

/** A statement with the values of its `$1`, `$2` and so on. */
export interface PostgresGroupsStatement {
  /** Names and structure only: no text of a client is in it. */
  readonly sql: string;
  /** In the order of their numbers. */
  readonly values: readonly PostgresValue[];
  /** Makes the group of a row. */
  readonly toGroup: (row: PostgresRow) => Group;
}

/** Composes the statement that reads the groups in order. */
export function composePostgresGroups(
  spec: EntitySpec,
  query: GroupsQuery,
): PostgresGroupsStatement {
  const values: PostgresValue[] = [];
  const place = (value: PostgresValue) => `$${values.push(value)}`;
  const field = groupedField(spec, query);
  const summed = summedFields(spec, query);
  const where = whereOf(conditionsOf(spec, query, place));
  const rows = `(SELECT * FROM ${quotePostgresName(spec.table)}${where})`;
  const list = `jsonb_array_elements_text(${nameOf(field)}) ` +
    `AS "item" ("element")`;
  const columns = [
    `${groupedValue(field)} AS "value"`,
    `count(*) AS "count"`,
    ...summed.map(({ field }, i) => `sum(${nameOf(field)}) AS "sum${i}"`),
  ];
  return {
    sql: `SELECT ${columns.join(", ")} FROM ${rows} AS "entity"` +
      `${field.kind === "list" ? `, ${list}` : ""} ` +
      `GROUP BY 1 ORDER BY 1 NULLS FIRST`,
    values,
    toGroup: (row) => ({
      value: valueIn(row, field),
      count: Number(row.count),
      sums: Object.fromEntries(
        summed.map(({ name }, i) => [name, Number(row[`sum${i}`])]),
      ),
    }),
  };
}

function nameOf({ column }: FieldSpec): string {
  return `"entity".${quotePostgresName(column)}`;
}

function groupedValue(field: FieldSpec): string {
  if (field.kind !== "list") {
    return field.kind === "email" ? `lower(${nameOf(field)})` : nameOf(field);
  }
  const { kind } = itemOf(field);
  const type = ELEMENT_TYPES[kind as ItemKind];
  if (type !== undefined) return `"item"."element"::${type}`;
  const text = `"item"."element" COLLATE "C"`;
  return kind === "email" ? `lower(${text})` : text;
}

/** Elements of lists are texts of JSON, written as the API writes them. */
function valueIn({ value }: PostgresRow, field: FieldSpec): FilterValue {
  const isNumber = field.kind === "list" &&
    ELEMENT_TYPES[field.items ?? "string"] === "numeric";
  const plain = isNumber
    ? Number(value)
    : field.kind === "list"
    ? value
    : fromPostgres(field, value);
  // The column holds values of the field's kind, which can all be compared.
  return plain as FilterValue;
}

/** What the text of an element is compared as; the others are texts. */
const ELEMENT_TYPES: Readonly<Partial<Record<ItemKind, string>>> = {
  boolean: "boolean",
  decimal: "numeric",
  integer: "numeric",
  number: "numeric",
};
