/**
 * What a request for a list of a resource asks for, in the names that clients see.
 *
 * @module
 */
import type { Viewer } from "./access_rule.ts";
import { fieldsByName, inClientNames } from "./client_names.ts";
import { type EntitySpec, fieldOf } from "./entity_spec.ts";
import { parseFieldValue } from "./field_value.ts";
import {
  type FieldColumn,
  type FieldFilter,
  type LinkFilter,
  type ListQuery,
  parseListQuery,
} from "./list_query.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
  type Problem,
  unauthorized,
} from "./problem.ts";
import type {
  ApiShape,
  ListRestriction,
  ResourceFilter,
  ResourceSpec,
} from "./resource_spec.ts";
import { isStorable } from "./text_order.ts";

/** What reading a list's query depends on. */
export interface ListReading {
  /** How the API looks. */
  readonly shape: ApiShape;
  /** Adds what no parameter takes away. */
  readonly restrict: (query: ListQuery) => ListQuery;
}

/**
 * Reads the query of a list: `limit` with `offset` or `cursor`, `sort`, `q`, and the parameters of the resource.
 *
 * Parameters that are unknown, repeated or badly typed are a 422 that names them all; a value that no related entity
 * has finds nothing.
 */
export function readResourceQuery(
  resource: ResourceSpec,
  params: URLSearchParams,
  { shape, restrict }: ListReading,
): Outcome<ListQuery> {
  const errors: FieldError[] = [];
  const plain = new URLSearchParams();
  const sent = new Map<string, string>();
  const added: FieldFilter[] = [];
  const filters = resource.filters ?? {};
  const names = fieldsByName(resource.shows);
  const byOffset = shape.paging.style === "offset";
  for (const [name, text] of params) {
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (filter?.kind === "field") {
      plain.append(filter.field, text);
      sent.set(filter.field, name);
    } else if (filter) added.push(relatedFilter(filter, text));
    else if (name === "sort") plain.append(name, sortOf(text, names));
    else if (byOffset && name === "offset") continue;
    else if (byOffset && name === "cursor" || !isKnown(resource, name, names)) {
      errors.push({ path: name, message: "is not a parameter of this list" });
    } else plain.append(names.get(name) ?? name, text);
  }
  const isWhole = resource.paged === false && !params.has("limit");
  const limit = isWhole ? MOST_AT_ONCE : limitOf(params, shape, errors);
  const offset = byOffset ? offsetOf(params, errors) : 0;
  if (errors.length > 0) return failed(invalid(errors));
  plain.set("limit", String(Math.min(limit, shape.paging.most)));
  const query = parseListQuery(resource.entity, plain, (query) => {
    const filters = [...query.filters, ...added];
    return restrict({ ...query, filters });
  });
  if (!query.ok) {
    return failed(asSent(query.problem, sent, { resource, shape }));
  }
  return byOffset
    ? ok({ ...query.value, limit, offset, total: !isWhole })
    : ok({ ...query.value, limit });
}

/** What is wrong with a parameter is told by the name that it was sent with, whatever the field is called elsewhere. */
function asSent(
  problem: Problem,
  sent: ReadonlyMap<string, string>,
  { resource, shape }: {
    readonly resource: ResourceSpec;
    readonly shape: ApiShape;
  },
): Problem {
  const named = inClientNames(problem, resource.shows, shape.naming);
  return named.errors === undefined ? named : {
    ...named,
    errors: named.errors.map(({ path, message }, index) => ({
      path: sent.get(problem.errors?.[index]?.path ?? "") ?? path,
      message,
    })),
  };
}

/** Makes the filters of a list with a path of its own; 401 where it depends on who asks, and nobody does. */
export function restrictionFilters(
  restrictions: readonly ListRestriction[],
  viewer: Viewer | undefined,
): Outcome<readonly FieldFilter[]> {
  const filters: FieldFilter[] = [];
  for (const restriction of restrictions) {
    const { kind, field } = restriction;
    if (kind === "field") filters.push({ field, value: restriction.value });
    else if (viewer === undefined) return failed(unauthorized());
    else if (kind === "own") filters.push({ field, value: viewer.id });
    else filters.push(linkFilter(restriction, viewer.id));
  }
  return ok(filters);
}

/** Makes the filter of what a field refers to through links: to what links lead whose `user` is the id. */
export function linkFilter(
  { field, link, target, user }: Omit<
    Extract<ListRestriction, { kind: "marked" }>,
    "kind"
  >,
  id: string,
): FieldFilter {
  return {
    field,
    within: {
      table: link.table,
      select: known(link, target),
      where: known(link, user),
      value: id,
    },
  };
}

/** A text that no field of the kind has finds nothing. */
function relatedFilter(filter: RelatedFilter, text: string): FieldFilter {
  const { of, by } = filter;
  const value = isStorable(text)
    ? parseFieldValue(known(of, by).spec, text)
    : undefined;
  if (value === undefined || value === null) return { field: "id", anyOf: [] };
  const named: LinkFilter = {
    table: of.table,
    select: known(of, "id"),
    where: known(of, by),
    value,
  };
  if (filter.kind === "related") return { field: filter.field, within: named };
  const { link, target, user } = filter;
  return {
    field: "id",
    within: {
      table: link.table,
      select: known(link, target),
      where: known(link, user),
      within: named,
    },
  };
}

function limitOf(
  params: URLSearchParams,
  { paging }: ApiShape,
  errors: FieldError[],
): number {
  const [text, ...more] = params.getAll("limit");
  if (text === undefined) return paging.limit;
  if (more.length > 0) {
    errors.push({ path: "limit", message: "must not be repeated" });
    return paging.limit;
  }
  const limit = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  const cuts = paging.above === "cut";
  if (limit >= 1 && (cuts || limit <= paging.most)) {
    return Math.min(limit, paging.most);
  }
  const message = cuts
    ? "must be an integer from 1"
    : `must be an integer from 1 to ${paging.most}`;
  errors.push({ path: "limit", message });
  return paging.limit;
}

function offsetOf(params: URLSearchParams, errors: FieldError[]): number {
  const [text = "0", ...more] = params.getAll("offset");
  if (more.length > 0) {
    errors.push({ path: "offset", message: "must not be repeated" });
  } else if (!/^\d{1,15}$/.test(text)) {
    errors.push({ path: "offset", message: "must be an integer from 0" });
  }
  return Number(text) || 0;
}

function isKnown(
  { entity, filters }: ResourceSpec,
  name: string,
  names: ReadonlyMap<string, string>,
): boolean {
  if (PAGING.has(name)) return true;
  // What a search finds by fields that clients do not see tells of them.
  const seen = new Set(names.values());
  if (name === "q") return entity.search.every((field) => seen.has(field));
  return filters === undefined && names.has(name);
}

/** Fields that clients do not see cannot be sorted by: their order would tell of them. */
function sortOf(text: string, names: ReadonlyMap<string, string>): string {
  return text.split(",").map((key) => {
    const sign = key.startsWith("-") ? "-" : "";
    const name = key.slice(sign.length);
    return `${sign}${names.get(name) ?? `${name} `}`;
  }).join(",");
}

function known(spec: EntitySpec, name: string): FieldColumn {
  const field = fieldOf(spec, name);
  if (field === undefined) {
    throw new Error(`Cannot filter "${spec.name}": no field "${name}"`);
  }
  return { name, spec: field };
}

type RelatedFilter = Exclude<ResourceFilter, { kind: "field" }>;

/** How many a list that is no page has at most: a page is asked for where there are more. */
const MOST_AT_ONCE = 10_000;
const PAGING: ReadonlySet<string> = new Set(["limit", "cursor"]);
