/**
 * The hand-written baseline on PostgreSQL: the statement of a list.
 *
 * @module
 */
import type { Task } from "./hand_written_input.ts";
import { COLUMNS, type ListQuery } from "./hand_written_list.ts";

type Value = string | number | boolean | null;

/** Composes the statement that reads a page and one row more. */
export function postgresListStatement(
  select: string,
  query: ListQuery,
): { readonly text: string; readonly values: readonly Value[] } {
  const values: Value[] = [];
  const place = (value: Value) => `$${values.push(value)}`;
  const order = orderOf(query);
  const conditions = query.filters.map(({ field, value }) =>
    equals(columnOf(field as keyof Task), value, place)
  );
  if (query.search !== undefined) {
    const text = `lower(${place(query.search)} COLLATE "C")`;
    conditions.push(
      `(strpos(lower("title"), ${text}) > 0 OR strpos(lower("description"), ${text}) > 0)`,
    );
  }
  if (query.after) {
    const position = [...query.after.values, query.after.id];
    const from = (i: number): string => {
      const { field, descending } = order[i]!;
      const column = columnOf(field);
      const value = position[i] ?? null;
      const here = `${column} ${descending ? "<" : ">"} ${place(value)}`;
      return i === order.length - 1
        ? here
        : `(${here} OR ${equals(column, value, place)} AND ${from(i + 1)})`;
    };
    conditions.push(from(0));
  }
  const where = conditions.length === 0
    ? ""
    : ` WHERE ${conditions.join(" AND ")}`;
  const by = order.map(({ field, descending }) =>
    `${columnOf(field)} ${descending ? "DESC" : "ASC"}`
  ).join(", ");
  const limit = place(query.limit + 1);
  return { text: `${select}${where} ORDER BY ${by} LIMIT ${limit}`, values };
}

/** No list is sorted by the one column that may be null. */
function orderOf({ sort }: ListQuery): ListQuery["sort"] {
  const id = sort.findIndex(({ field }) => field === "id");
  return id === -1
    ? [...sort, { field: "id", descending: false }]
    : sort.slice(0, id + 1);
}

function equals(
  column: string,
  value: Value,
  place: (value: Value) => string,
): string {
  return value === null ? `${column} IS NULL` : `${column} = ${place(value)}`;
}

function columnOf(field: keyof Task): string {
  return `"${COLUMNS[field]}"`;
}
