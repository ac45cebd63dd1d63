/**
 * Groups in SQLite: the statement of a query for groups.
 *
 * @module
 */
import { decimalText } from "./decimal.ts";
import type { Group, GroupsQuery } from "./entity_request.ts";
import { type EntitySpec, type FieldSpec, itemOf } from "./entity_spec.ts";
import {
  groupedField,
  type SummedField,
  summedFields,
} from "./groups_query.ts";
import type { FilterValue } from "./list_query.ts";
import { conditionsOf, quoteName, whereOf } from "./sqlite_condition.ts";
import { fromSqlite, type SqliteRow, type SqliteValue } from "./sqlite_row.ts";

/** A statement with the values of its placeholders. */
export interface SqliteGroupsStatement {
  /** Names and structure only: no text of a client is in it. */
  readonly sql: string;
  /** In the order of the placeholders. */
  readonly values: readonly SqliteValue[];
  /** Makes the group of a row. */
  readonly toGroup: (row: SqliteRow) => Group;
}

/** Composes the statement that reads the groups in order. */
export function composeGroups(
  spec: EntitySpec,
  query: GroupsQuery,
): SqliteGroupsStatement {
  const field = groupedField(spec, query);
  const summed = summedFields(spec, query);
  const where = whereOf(conditionsOf(spec, query));
  const rows = `(SELECT * FROM ${quoteName(spec.table)}${where.sql})`;
  const list = `json_each(${nameOf(field)}) AS "item"`;
  const columns = [
    `${groupedValue(field)} AS "value"`,
    `count(*) AS "count"`,
    ...summed.map(sumColumns),
  ];
  return {
    sql: `SELECT ${columns.join(", ")} FROM ${rows} AS "entity"` +
      `${field.kind === "list" ? `, ${list}` : ""} GROUP BY 1 ORDER BY 1`,
    values: where.values,
    toGroup: (row) => ({
      value: valueIn(row, field),
      count: Number(row.count),
      sums: Object.fromEntries(
        summed.map((sum, i) => [sum.name, sumIn(row, sum, i)]),
      ),
    }),
  };
}

function nameOf({ column }: FieldSpec): string {
  return `"entity".${quoteName(column)}`;
}

function groupedValue(field: FieldSpec): string {
  const isList = field.kind === "list";
  const value = isList ? `"item"."value"` : nameOf(field);
  const { kind } = isList ? itemOf(field) : field;
  return kind === "email" ? `lower(${value})` : value;
}

/** Elements of lists are values of JSON, of which only true and false look different. */
function valueIn({ value }: SqliteRow, field: FieldSpec): FilterValue {
  const isPlain = field.kind === "list" && field.items !== "boolean";
  const kept = isPlain ? value : fromSqlite(itemOrField(field), value);
  // The column holds values of the field's kind, which can all be compared.
  return kept as FilterValue;
}

function itemOrField(field: FieldSpec): FieldSpec {
  return field.kind === "list" ? itemOf(field) : field;
}

/** Whole numbers are added up in two halves, as `sum` fails beyond 64 bits, and the first half as text, as numbers have 53. */
function sumColumns({ field }: SummedField, i: number): string {
  const name = nameOf(field);
  return field.kind === "number"
    ? `sum(${name}) AS "sum${i}"`
    : `CAST(sum(${name} / ${HALF}) AS TEXT) AS "high${i}", ` +
      `CAST(sum(${name} % ${HALF}) AS TEXT) AS "low${i}"`;
}

function sumIn(row: SqliteRow, { field }: SummedField, i: number): number {
  if (field.kind === "number") return Number(row[`sum${i}`]);
  const high = BigInt(String(row[`high${i}`] ?? 0));
  const low = BigInt(String(row[`low${i}`] ?? 0));
  return Number(decimalText(high * BigInt(HALF) + low, field.scale ?? 0));
}

const HALF = 2 ** 32;
