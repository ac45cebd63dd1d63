/**
 * The routes of aggregates of a resource: what the entities of its list come to, in the names that clients see.
 *
 * @module
 */
import {
  type AggregateSpec,
  type Measured,
  measuredBy,
  shownGroup,
} from "./aggregate_spec.ts";
import { fieldsByName } from "./client_names.ts";
import type { Group, Groups, JsonObject } from "./entity_request.ts";
import { searchParams } from "./entity_routes.ts";
import type { Entity } from "./entity_spec.ts";
import type { Api, Handler } from "./http_api.ts";
import { errorResponse, jsonResponse } from "./http_response.ts";
import { present } from "./present.ts";
import { type FieldError, invalid } from "./problem.ts";
import { listQuery } from "./resource_listing.ts";
import { placed, type ResourceOptions, send } from "./resource_request.ts";
import type { ApiShape, ResourceSpec, Shows } from "./resource_spec.ts";

/**
 * Adds the routes of aggregates to an API: before those of the resource, as their paths could be those of a key.
 *
 * Whoever may list may ask, with the filters of the list, and is told of what they would find there. What the entities of
 * a group have in common looks as it does in the list. More than 1000 groups are a 422.
 *
 * @throws {TypeError} when an aggregate is of something that clients do not see.
 */
export function mountResourceAggregates(
  api: Api,
  options: ResourceOptions,
  aggregates: readonly AggregateSpec[],
): void {
  for (const aggregate of aggregates) {
    const path = `${options.resource.path}/${aggregate.name}`;
    api.route("GET", path, telling(options, aggregate));
  }
}

function telling(
  options: ResourceOptions,
  aggregate: AggregateSpec,
): Handler {
  const { resource, shape } = options;
  const keys = keysShown(resource, aggregate);
  const names = measuresShown(resource, aggregate);
  return placed(options, "list", async ({ raw }, place) => {
    const { permit } = place;
    const params = searchParams(raw.url);
    if (!params.ok) return errorResponse(params.problem);
    const errors = unknownHere(params.value, shape);
    if (errors.length > 0) return errorResponse(invalid(errors));
    const query = await listQuery(options, place, { params: params.value });
    if (!query.ok) return errorResponse(query.problem);
    const reply = await send(options, permit, {
      operation: "groups",
      by: aggregate.by,
      filters: query.value.filters,
      measure: measuredBy(aggregate),
      limit: MOST_GROUPS + 1,
    });
    if (!reply.ok) return errorResponse(reply.problem);
    const { groups } = reply.value as Groups; // what "groups" is answered with
    if (groups.length > MOST_GROUPS) return errorResponse(TOO_MANY);
    const common = groups.map((group) => likeOne(aggregate, group));
    const { viewer } = permit;
    const seen = await present(keys, common, { ...options, viewer });
    return jsonResponse({
      groups: groups.map((group, i) => ({
        ...seen[i],
        ...measured(shownGroup(resource.entity, aggregate, group), names),
      })),
    });
  });
}

/** What clients see of what the entities of a group have in common. */
function keysShown(
  { shows, name }: ResourceSpec,
  { by }: AggregateSpec,
): Shows {
  return Object.fromEntries(by.map(({ field }) => {
    const all = Object.entries(shows);
    const found = all.find(([, shown]) => shown === field) ??
      all.find(([, shown]) =>
        typeof shown !== "string" && shown.kind === "one" &&
        shown.field === field
      );
    if (found === undefined) throw unseen(name, field);
    return found;
  }));
}

/** The names that clients have for what is measured, by the fields. */
function measuresShown(
  { shows, name }: ResourceSpec,
  aggregate: AggregateSpec,
): ReadonlyMap<string, string> {
  const names = new Map(
    [...fieldsByName(shows)].map(([name, field]) => [field, name]),
  );
  for (const field of measuredBy(aggregate)) {
    if (!names.has(field)) throw unseen(name, field);
  }
  return names;
}

/** An entity with nothing but what those of a group have in common, of which clients see no more. */
function likeOne({ by }: AggregateSpec, { values = [] }: Group): Entity {
  return {
    id: "",
    createdAt: "",
    updatedAt: "",
    ...Object.fromEntries(
      by.map(({ field }, i) => [field, values[i] ?? null]),
    ),
  };
}

function measured(
  { count, ...others }: ReturnType<typeof shownGroup>,
  names: ReadonlyMap<string, string>,
): JsonObject {
  const measures = MEASURES.flatMap((measure) => {
    const values: Measured | undefined = others[measure];
    return values === undefined ? [] : [
      [
        measure,
        Object.fromEntries(
          Object.entries(values).map(([field, value]) =>
            [names.get(field) ?? field, value] as const
          ),
        ),
      ] as const,
    ];
  });
  return { count, ...Object.fromEntries(measures) };
}

/** What orders, pages and searches a list has no place here. */
function unknownHere(
  params: URLSearchParams,
  { paging }: ApiShape,
): FieldError[] {
  const place = paging.style === "offset" ? "offset" : "cursor";
  return [...new Set(params.keys())]
    .filter((name) => OF_LISTS.has(name) || name === place)
    .map((path) => ({ path, message: "is not a parameter of an aggregate" }));
}

function unseen(resource: string, field: string): TypeError {
  return new TypeError(
    `Cannot tell what "${resource}" comes to by "${field}": clients do not see it`,
  );
}

/** How many groups are told of at most. */
const MOST_GROUPS = 1000;
const TOO_MANY = invalid([{
  path: "groups",
  message: `are more than ${MOST_GROUPS}: filter what is counted`,
}]);
const OF_LISTS: ReadonlySet<string> = new Set(["limit", "sort", "q"]);
const MEASURES = ["sum", "avg", "min", "max"] as const;
