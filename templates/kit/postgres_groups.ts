/**
 * Groups in PostgreSQL: the statement of a query for groups.
 *
 * @module
 */
import { decimalText } from "./decimal.ts";
import type { Group, GroupsQuery, Measures } from "./entity_request.ts";
import {
  type EntitySpec,
  type FieldSpec,
  type ItemKind,
  itemOf,
} from "./entity_spec.ts";
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
  const keys = groupedFields(spec, query);
  const summed = summedFields(spec, query);
  const measured = measuredFields(spec, query);
  const where = whereOf(conditionsOf(spec, query, place));
  const rows = `(SELECT * FROM ${quotePostgresName(spec.table)}${where})`;
  const [first] = keys;
  const list = first?.field.kind === "list"
    ? `, jsonb_array_elements_text(${nameOf(first.field)}) ` +
      `AS "item" ("element")`
    : "";
  const columns = [
    ...keys.map((key, i) => `${groupedValue(key)} AS "value${i}"`),
    `count(*) AS "count"`,
    ...summed.map(({ field }, i) => `sum(${nameOf(field)}) AS "sum${i}"`),
    ...measured.flatMap((one, i) => measureColumns(one, `measure${i}`)),
  ];
  const limit = query.limit === undefined ? "" : ` LIMIT ${place(query.limit)}`;
  return {
    sql: `SELECT ${columns.join(", ")} FROM ${rows} AS "entity"${list}` +
      `${grouping(keys.length)}${limit}`,
    values,
    toGroup: (row) => {
      const values = keys.map((key, i) => valueIn(row[`value${i}`], key));
      return {
        value: values[0] ?? null,
        count: Number(row.count),
        sums: Object.fromEntries(
          summed.map(({ name }, i) => [name, Number(row[`sum${i}`])]),
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

/** By the first columns, null first. */
function grouping(keys: number): string {
  if (keys === 0) return "";
  const places = Array.from({ length: keys }, (_, i) => i + 1);
  const order = places.map((one) => `${one} NULLS FIRST`);
  return ` GROUP BY ${places.join(", ")} ORDER BY ${order.join(", ")}`;
}

function nameOf({ column }: FieldSpec): string {
  return `"entity".${quotePostgresName(column)}`;
}

function groupedValue({ field, part }: GroupedField): string {
  if (part) {
    const time = field.kind === "date"
      ? `${nameOf(field)}::timestamp`
      : `${nameOf(field)} AT TIME ZONE 'UTC'`;
    return `date_trunc('${part}', ${time})::date`;
  }
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
function valueIn(value: unknown, { field, part }: GroupedField): FilterValue {
  if (part) {
    const date = fromPostgres({ ...field, kind: "date" }, value);
    return date === null ? null : String(date).slice(0, PART_LENGTHS[part]);
  }
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

function measureColumns({ field }: SummedField, as: string): string[] {
  const name = nameOf(field);
  return [
    `count(${name}) AS "${as}known"`,
    `min(${name}) AS "${as}min"`,
    `max(${name}) AS "${as}max"`,
    ...(isNumeric(field) ? [`sum(${name}) AS "${as}"`] : []),
  ];
}

/** The sum of a column is `numeric`, with all its digits, but for a sum of floating point. */
function measuresIn(
  row: PostgresRow,
  { field }: SummedField,
  as: string,
): Measures {
  const none = field.kind === "number"
    ? "0"
    : decimalText(0n, field.scale ?? 0);
  return {
    known: Number(row[`${as}known`]),
    ...(isNumeric(field) ? { sum: String(row[as] ?? none) } : {}),
    min: fromPostgres(field, row[`${as}min`]) as FilterValue,
    max: fromPostgres(field, row[`${as}max`]) as FilterValue,
  };
}

/** What the text of an element is compared as; the others are texts. */
const ELEMENT_TYPES: Readonly<Partial<Record<ItemKind, string>>> = {
  boolean: "boolean",
  decimal: "numeric",
  integer: "numeric",
  number: "numeric",
};
