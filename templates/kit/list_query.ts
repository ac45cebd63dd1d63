/**
 * What a list request asks for.
 *
 * @module
 */
import { decodeCursor } from "./cursor.ts";
import {
  type EntitySpec,
  fieldOf,
  type FieldSpec,
  itemOf,
} from "./entity_spec.ts";
import { describeFieldValue, parseFieldValue } from "./field_value.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
} from "./problem.ts";
import { isStorable } from "./text_order.ts";

/** One field to sort by. */
export interface SortKey {
  /** A field of the entity. */
  readonly field: string;
  /** Largest first. */
  readonly descending: boolean;
}

/** A value that a field can be compared with. */
export type FilterValue = string | number | boolean | null;

/** What must hold of one field of the entity. */
export type FieldFilter =
  /** It has this value. */
  | { readonly field: string; readonly value: FilterValue }
  /** It has one of these values; without any, nothing matches. Up to some thousands. */
  | { readonly field: string; readonly anyOf: readonly FilterValue[] }
  /** It has a value, and that is less than this one. */
  | { readonly field: string; readonly before: string }
  /** Of the entity as a whole, found by this field: all of one of these sets of filters hold. */
  | {
    readonly field: "id";
    readonly eitherOf: readonly (readonly FieldFilter[])[];
  }
  /** It is a `list` and has this element. */
  | { readonly field: string; readonly contains: FilterValue }
  /** Its value, which is not null, is among those of another table. */
  | { readonly field: string; readonly within: LinkFilter };

/** Values of rows of another entity's table in the same database: `SELECT select FROM table WHERE where = value`. */
export type LinkFilter =
  & {
    /** The other entity's table. */
    readonly table: string;
    /** The column whose values are wanted; compared as the filtered field is. */
    readonly select: FieldColumn;
    /** The column that says which rows. */
    readonly where: FieldColumn;
  }
  & (
    /** What the rows have there. */
    | { readonly value: FilterValue }
    /** What the rows have there is among the values of yet another table. */
    | { readonly within: LinkFilter }
  );

/** A field of an entity and what it is. */
export interface FieldColumn {
  /** The field. */
  readonly name: string;
  /** Its description; see `fieldOf`. */
  readonly spec: FieldSpec;
}

/** A checked list request. */
export interface ListQuery {
  /** How many entities a page has at most; 1 to 200. */
  readonly limit: number;
  /** The order, by at most 4 fields that {@link isSortable} allows; ties are broken by id, ascending. */
  readonly sort: readonly SortKey[];
  /** All must hold. */
  readonly filters: readonly FieldFilter[];
  /**
   * At most 200 characters that one of the entity's search fields must contain; letters' case does not matter (ASCII).
   * Where the entity has `words`, these are at most 8, each the beginning of a word in one of those fields.
   */
  readonly search?: string;
  /** The sort values and the id of the last entity of the page before. */
  readonly after?: {
    readonly values: readonly FilterValue[];
    readonly id: string;
  };
  /** How many entities to pass over, instead of a position to start after. @default 0 */
  readonly offset?: number;
  /** Whether the page says how many entities match in all. @default false */
  readonly total?: boolean;
  /** Of those that share a value in a field, only the first so many, in the order. The page may then have more. @default all */
  readonly each?: { readonly field: string; readonly limit: number };
}

/** How many entities a page has when the request does not say. */
export const DEFAULT_LIMIT = 50;

/** How many entities a page can have. */
export const MAX_LIMIT = 200;

/** How many fields a list can be sorted by: their values stand in its cursors. */
export const MAX_SORT_KEYS = 4;

/** How many characters `q` can have: the time of a search grows with them. */
export const MAX_SEARCH_LENGTH = 200;

/** How many words `q` can have, where words are searched. */
export const MAX_SEARCH_WORDS = 8;

/**
 * Reads the query of a list request: `limit`, `cursor`, `sort=-createdAt,title`, `q` and `field=value`.
 *
 * Without `sort`, the order is the entity's own.
 * An empty value stands for null in a field that may be null, and an empty `q` for no search.
 * Parameters that are unknown, repeated or badly typed are a 422 that names them all; a bad cursor is a 400.
 * `restrict` may add filters that no parameter takes away; the cursor belongs to them, too.
 */
export function parseListQuery(
  spec: EntitySpec,
  params: URLSearchParams,
  restrict: (query: ListQuery) => ListQuery = (query) => query,
): Outcome<ListQuery> {
  const errors: FieldError[] = [];
  const texts = readOnce(params, errors);
  const limit = parseLimit(texts.get("limit"), errors);
  const order = texts.get("sort");
  const sort = order === undefined
    ? spec.order ?? []
    : parseSort(spec, order, errors);
  const search = parseSearch(spec, texts.get("q"), errors);
  const filters = parseFilters(spec, texts, errors);
  if (errors.length > 0) return failed(invalid(errors));

  const query = restrict(
    search === undefined
      ? { limit, sort, filters }
      : { limit, sort, filters, search },
  );
  const cursor = texts.get("cursor");
  if (cursor === undefined) return ok(query);
  const after = decodeCursor(spec, query, cursor);
  return after.ok ? ok({ ...query, after: after.value }) : after;
}

/**
 * Says whether a list can be sorted by a field. JSON and lists have no order, and with a long text or a URL
 * as its place a cursor might not fit into a URL: a `string` has at most 255 characters.
 */
export function isSortable(field: FieldSpec): boolean {
  return !["json", "list", "text", "url"].includes(field.kind);
}

/** Completes the order of a list: it ends with the id, so that no two entities have the same place. */
export function totalOrder(sort: readonly SortKey[]): readonly SortKey[] {
  const id = sort.findIndex((key) => key.field === "id");
  return id < 0
    ? [...sort, { field: "id", descending: false }]
    : sort.slice(0, id + 1);
}

function readOnce(
  params: URLSearchParams,
  errors: FieldError[],
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, text] of params) {
    if (texts.has(name)) {
      errors.push({ path: name, message: "must not be repeated" });
    }
    texts.set(name, text);
  }
  return texts;
}

function parseLimit(text: string | undefined, errors: FieldError[]): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_LIMIT) {
    const message = `must be an integer from 1 to ${MAX_LIMIT}`;
    errors.push({ path: "limit", message });
  }
  return limit;
}

function parseSort(
  spec: EntitySpec,
  text: string,
  errors: FieldError[],
): SortKey[] {
  const keys: SortKey[] = [];
  for (const name of text.split(",")) {
    const descending = name.startsWith("-");
    const field = descending ? name.slice(1) : name;
    const found = fieldOf(spec, field);
    if (found === undefined || !isSortable(found)) {
      errors.push({ path: "sort", message: `cannot sort by "${field}"` });
    } else if (keys.some((key) => key.field === field)) {
      errors.push({ path: "sort", message: `must name "${field}" once` });
    }
    keys.push({ field, descending });
  }
  if (keys.length > MAX_SORT_KEYS) {
    const message = `must name at most ${MAX_SORT_KEYS} fields`;
    errors.push({ path: "sort", message });
  }
  return keys;
}

function parseSearch(
  spec: EntitySpec,
  text: string | undefined,
  errors: FieldError[],
): string | undefined {
  if (text !== undefined && spec.search.length === 0) {
    errors.push({ path: "q", message: "has no text fields to search" });
  } else if (text !== undefined && !isStorable(text)) {
    errors.push({ path: "q", message: "must not contain U+0000" });
  } else if (text !== undefined && [...text].length > MAX_SEARCH_LENGTH) {
    const message = `must have at most ${MAX_SEARCH_LENGTH} characters`;
    errors.push({ path: "q", message });
  } else if (text && !hasFewWords(spec, text)) {
    const message = `must have 1 to ${MAX_SEARCH_WORDS} words`;
    errors.push({ path: "q", message });
  }
  return text === "" ? undefined : text;
}

function hasFewWords({ words }: EntitySpec, text: string): boolean {
  if (words === undefined) return true;
  const { length } = words(text);
  return length > 0 && length <= MAX_SEARCH_WORDS;
}

/** Ordered by name, so that the same list has the same cursor however it is spelled. */
function parseFilters(
  spec: EntitySpec,
  texts: ReadonlyMap<string, string>,
  errors: FieldError[],
): FieldFilter[] {
  const filters: FieldFilter[] = [];
  for (const [name, text] of texts) {
    if (RESERVED.has(name)) continue;
    const field = filterable(spec, name);
    if (field === undefined) {
      errors.push({ path: name, message: "is not a parameter of this list" });
      continue;
    }
    const isList = field.kind === "list";
    const compared = isList ? itemOf(field) : field;
    const value = parseFieldValue(compared, text);
    if (value === undefined) {
      const message = `must be ${describeFieldValue(compared)}`;
      errors.push({ path: name, message });
    } else {
      filters.push(
        isList ? { field: name, contains: value } : { field: name, value },
      );
    }
  }
  return filters.sort((a, b) => a.field < b.field ? -1 : 1);
}

function filterable(spec: EntitySpec, name: string): FieldSpec | undefined {
  const field = Object.hasOwn(spec.fields, name)
    ? spec.fields[name]
    : undefined;
  return field?.kind === "json" || field?.items === "json" ? undefined : field;
}

const RESERVED: ReadonlySet<string> = new Set(["limit", "cursor", "sort", "q"]);
