/**
 * The hand-written baseline: list requests, from their parameters to SQL and cursors.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import {
  type FieldError,
  invalid,
  Problem,
  type Task,
} from "./hand_written_input.ts";

/** What a task's fields are called in the table. */
export const COLUMNS: Readonly<Record<keyof Task, string>> = {
  id: "id",
  createdAt: "created_at",
  updatedAt: "updated_at",
  title: "title",
  description: "description",
  completed: "completed",
};

/** A checked list request. */
export interface ListQuery {
  readonly limit: number;
  readonly sort: readonly SortKey[];
  readonly filters: readonly Filter[];
  readonly search: string | undefined;
  readonly after: Position | undefined;
}

interface SortKey {
  readonly field: keyof Task;
  readonly descending: boolean;
}

interface Filter {
  readonly field: string;
  readonly value: Value;
}

interface Position {
  readonly values: readonly Value[];
  readonly id: string;
}

type Value = string | boolean | null;

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number | null)[];
}

/** Reads `limit`, `cursor`, `sort`, `q` and the filters; throws a problem that names all that is wrong. */
export function parseListQuery(url: string): ListQuery {
  const errors: FieldError[] = [];
  const texts = readOnce(url, errors);
  const limit = parseLimit(texts.get("limit"), errors);
  const sort = parseSort(texts.get("sort"), errors);
  const search = texts.get("q") || undefined;
  if (search?.includes("\0")) {
    errors.push({ path: "q", message: "must not contain U+0000" });
  } else if (search !== undefined && [...search].length > 200) {
    errors.push({ path: "q", message: "must have at most 200 characters" });
  }
  const filters = parseFilters(texts, errors);
  if (errors.length > 0) throw invalid(errors);
  const query = { limit, sort, filters, search, after: undefined };
  const cursor = texts.get("cursor");
  return cursor === undefined
    ? query
    : { ...query, after: decodeCursor(query, cursor) };
}

function readOnce(url: string, errors: FieldError[]): Map<string, string> {
  const start = url.indexOf("?");
  const query = start === -1 ? "" : url.slice(start + 1);
  try {
    decodeURIComponent(query);
  } catch {
    throw new Problem(400, "The query is not valid percent-encoded UTF-8.");
  }
  const texts = new Map<string, string>();
  for (const [path, text] of new URLSearchParams(query)) {
    if (texts.has(path)) {
      errors.push({ path, message: "must not be repeated" });
    }
    texts.set(path, text);
  }
  return texts;
}

function parseLimit(text: string | undefined, errors: FieldError[]): number {
  if (text === undefined) return 50;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 200) {
    errors.push({ path: "limit", message: "must be an integer from 1 to 200" });
  }
  return limit;
}

function parseSort(text: string | undefined, errors: FieldError[]): SortKey[] {
  const keys: SortKey[] = [];
  for (const name of text?.split(",") ?? []) {
    const descending = name.startsWith("-");
    const field = descending ? name.slice(1) : name;
    // With a long text as its place a cursor would not fit into a URL.
    if (!isField(field) || field === "description") {
      errors.push({ path: "sort", message: `cannot sort by "${field}"` });
      continue;
    }
    if (keys.some((key) => key.field === field)) {
      errors.push({ path: "sort", message: `must name "${field}" once` });
    }
    keys.push({ field, descending });
  }
  return keys;
}

/** Ordered by name, so that the same list has the same cursor however it is spelled. */
function parseFilters(
  texts: ReadonlyMap<string, string>,
  errors: FieldError[],
): Filter[] {
  const filters: Filter[] = [];
  for (const [field, text] of texts) {
    if (PARAMETERS.has(field)) continue;
    if (!isFilter(field)) {
      const message = "is not a parameter of this list";
      errors.push({ path: field, message });
      continue;
    }
    const { parse, wanted } = FILTERS[field];
    const value = parse(text);
    if (value !== undefined) filters.push({ field, value });
    else errors.push({ path: field, message: `must be ${wanted}` });
  }
  return filters.sort((a, b) => a.field < b.field ? -1 : 1);
}

const PARAMETERS: ReadonlySet<string> = new Set([
  "limit",
  "cursor",
  "sort",
  "q",
]);
const FILTERS = {
  title: { parse: storable, wanted: "a text without U+0000" },
  description: {
    parse: (text: string): Value | undefined =>
      text === "" ? null : storable(text),
    wanted: "a text without U+0000, or empty for none",
  },
  completed: {
    parse: (text: string): Value | undefined =>
      text === "true" ? true : text === "false" ? false : undefined,
    wanted: "true or false",
  },
};

function storable(text: string): Value | undefined {
  return text.includes("\0") ? undefined : text;
}

function isFilter(name: string): name is keyof typeof FILTERS {
  return Object.hasOwn(FILTERS, name);
}

function isField(name: string): name is keyof Task {
  return Object.hasOwn(COLUMNS, name);
}

/** Composes the statement that reads a page and one row more. */
export function listStatement(select: string, query: ListQuery): Condition {
  const order = orderOf(query);
  const conditions = query.filters.map(({ field, value }): Condition => ({
    sql: `"${COLUMNS[field as keyof Task]}" IS ?`,
    values: [stored(value)],
  }));
  if (query.search !== undefined) {
    conditions.push({ sql: SEARCH, values: [query.search, query.search] });
  }
  if (query.after) conditions.push(afterCondition(order, query.after));
  const where = conditions.length === 0
    ? ""
    : ` WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`;
  const by = order.map(({ field, descending }) =>
    `"${COLUMNS[field]}" ${descending ? "DESC" : "ASC"}`
  );
  return {
    sql: `${select}${where} ORDER BY ${by.join(", ")} LIMIT ?`,
    values: [...conditions.flatMap(({ values }) => values), query.limit + 1],
  };
}

function orderOf({ sort }: ListQuery): readonly SortKey[] {
  const id = sort.findIndex(({ field }) => field === "id");
  return id === -1
    ? [...sort, { field: "id", descending: false }]
    : sort.slice(0, id + 1);
}

/** What comes after a position: after it in the first key, or equal there and after it in the rest. */
function afterCondition(
  order: readonly SortKey[],
  after: Position,
): Condition {
  const position = [...after.values, after.id].map(stored);
  let condition: Condition | undefined;
  for (const [i, { field, descending }] of [...order.entries()].reverse()) {
    const column = `"${COLUMNS[field]}"`;
    const value = position[i] ?? null;
    const here = strictlyAfter(column, value, descending);
    condition = condition === undefined ? here : {
      sql: `(${here.sql} OR ${column} IS ? AND ${condition.sql})`,
      values: [...here.values, value, ...condition.values],
    };
  }
  return condition ?? { sql: "FALSE", values: [] };
}

/** SQLite sorts null before everything. */
function strictlyAfter(
  column: string,
  value: string | number | null,
  descending: boolean,
): Condition {
  if (value === null) {
    const sql = descending ? "FALSE" : `${column} IS NOT NULL`;
    return { sql, values: [] };
  }
  if (!descending) return { sql: `${column} > ?`, values: [value] };
  const sql = column === `"description"`
    ? `(${column} < ? OR ${column} IS NULL)`
    : `${column} < ?`;
  return { sql, values: [value] };
}

function stored(value: Value): string | number | null {
  return typeof value === "boolean" ? Number(value) : value;
}

const SEARCH =
  `(instr(lower("title"), lower(?)) > 0 OR instr(lower("description"), lower(?)) > 0)`;

/** Writes the cursor of the page that follows a task. */
export function encodeCursor(query: ListQuery, last: Task): string {
  const values = query.sort.map(({ field }) => last[field]);
  const content = [checksum(query, values, last.id), last.id, ...values];
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

function decodeCursor(query: ListQuery, cursor: string): Position {
  try {
    const bytes = Buffer.from(cursor, "base64url");
    const [sum, id, ...values] = JSON.parse(bytes.toString());
    if (
      bytes.toString("base64url") === cursor && typeof id === "string" &&
      values.length === query.sort.length &&
      sum === checksum(query, values, id)
    ) return { values, id };
  } catch {
    // Whatever it is, it is not one of ours.
  }
  throw new Problem(
    400,
    "The cursor does not belong to this list: start again without it.",
  );
}

/** Binds a cursor to its list. FNV-1a. */
function checksum(
  { sort, filters, search }: ListQuery,
  values: readonly Value[],
  id: string,
): number {
  const text = JSON.stringify(["task", sort, filters, search, values, id]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
