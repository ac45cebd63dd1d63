/**
 * Groups in SQLite: the statement of a query for groups.
 *
 * @module
 */
import { decimalText } from "./decimal.ts";
import type { Group, GroupsQuery, Measures } from "./entity_request.ts";
import { type EntitySpec, type FieldSpec, itemOf } from "./entity_spec.ts";
import {
  type GroupedField,
  groupedFields,
  isNumeric,
  measuredFields,
  PART_LENGTHS,
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
  const keys = groupedFields(spec, query);
  const summed = summedFields(spec, query);
  const measured = measuredFields(spec, query);
  const where = whereOf(conditionsOf(spec, query));
  const rows = `(SELECT * FROM ${quoteName(spec.table)}${where.sql})`;
  const [first] = keys;
  const list = first?.field.kind === "list"
    ? `, json_each(${nameOf(first.field)}) AS "item"`
    : "";
  const columns = [
    ...keys.map((key, i) => `${groupedValue(key)} AS "value${i}"`),
    `count(*) AS "count"`,
    ...summed.map((one, i) => sumColumns(one, `sum${i}`)),
    ...measured.flatMap((one, i) => measureColumns(one, `measure${i}`)),
  ];
  const places = keys.map((_, i) => i + 1).join(", ");
  const grouping = places === ""
    ? ""
    : ` GROUP BY ${places} ORDER BY ${places}`;
  const { limit } = query;
  return {
    sql: `SELECT ${columns.join(", ")} FROM ${rows} AS "entity"${list}` +
      `${grouping}${limit === undefined ? "" : " LIMIT ?"}`,
    values: [...where.values, ...(limit === undefined ? [] : [limit])],
    toGroup: (row) => {
      const values = keys.map((key, i) => valueIn(row[`value${i}`], key));
      return {
        value: values[0] ?? null,
        count: Number(row.count),
        sums: Object.fromEntries(
          summed.map((
            one,
            i,
          ) => [one.name, Number(sumIn(row, one, `sum${i}`))]),
        ),
        ...(typeof query.by === "string" ? {} : { values }),
        ...(measured.length === 0 ? {} : {
          measures: Object.fromEntries(
            measured.map((one, i) => [
              one.name,
              measuresIn(row, one, `measure${i}`),
            ]),
          ),
        }),
      };
    },
  };
}

function nameOf({ column }: FieldSpec): string {
  return `"entity".${quoteName(column)}`;
}

function groupedValue({ field, part }: GroupedField): string {
  if (part) return `substr(${nameOf(field)}, 1, ${PART_LENGTHS[part]})`;
  const isList = field.kind === "list";
  const value = isList ? `"item"."value"` : nameOf(field);
  const { kind } = isList ? itemOf(field) : field;
  return kind === "email" ? `lower(${value})` : value;
}

/** Elements of lists are values of JSON, of which only true and false look different. */
function valueIn(value: unknown, { field }: GroupedField): FilterValue {
  const isPlain = field.kind === "list" && field.items !== "boolean";
  const kept = isPlain ? value : fromSqlite(itemOrField(field), value);
  // The column holds values of the field's kind, which can all be compared.
  return kept as FilterValue;
}

function itemOrField(field: FieldSpec): FieldSpec {
  return field.kind === "list" ? itemOf(field) : field;
}

/** Whole numbers are added up in two halves, as `sum` fails beyond 64 bits, and the first half as text, as numbers have 53. */
function sumColumns({ field }: SummedField, as: string): string {
  const name = nameOf(field);
  return field.kind === "number"
    ? `sum(${name}) AS "${as}"`
    : `CAST(sum(${name} / ${HALF}) AS TEXT) AS "${as}high", ` +
      `CAST(sum(${name} % ${HALF}) AS TEXT) AS "${as}low"`;
}

/** The sum, in digits. */
function sumIn(row: SqliteRow, { field }: SummedField, as: string): string {
  if (field.kind === "number") return String(Number(row[as]));
  const high = BigInt(String(row[`${as}high`] ?? 0));
  const low = BigInt(String(row[`${as}low`] ?? 0));
  return decimalText(high * BigInt(HALF) + low, field.scale ?? 0);
}

function measureColumns(measured: SummedField, as: string): string[] {
  const name = nameOf(measured.field);
  return [
    `count(${name}) AS "${as}known"`,
    `min(${name}) AS "${as}min"`,
    `max(${name}) AS "${as}max"`,
    ...(isNumeric(measured.field) ? [sumColumns(measured, as)] : []),
  ];
}

function measuresIn(
  row: SqliteRow,
  measured: SummedField,
  as: string,
): Measures {
  const { field } = measured;
  return {
    known: Number(row[`${as}known`]),
    ...(isNumeric(field) ? { sum: sumIn(row, measured, as) } : {}),
    min: fromSqlite(field, row[`${as}min`]) as FilterValue,
    max: fromSqlite(field, row[`${as}max`]) as FilterValue,
  };
}

const HALF = 2 ** 32;
