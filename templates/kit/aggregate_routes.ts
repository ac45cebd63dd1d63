/**
 * The routes of aggregates: what the entities that somebody may list come to.
 *
 * @module
 */
import {
  type AggregateSpec,
  measuredBy,
  shownGroup,
} from "./aggregate_spec.ts";
import type { Groups } from "./entity_request.ts";
import {
  type EntityRoutesOptions,
  guarded,
  searchParams,
} from "./entity_routes.ts";
import type { Api } from "./http_api.ts";
import { errorResponse, jsonResponse } from "./http_response.ts";
import { parseListQuery } from "./list_query.ts";
import { type FieldError, invalid } from "./problem.ts";

/**
 * Adds the routes of an entity's aggregates to an API: before its own, as their paths could be those of a key.
 *
 * Whoever may list may ask, with the filters of the list, and is told of what they would find there. More than 1000
 * groups are a 422.
 */
export function mountAggregates(
  api: Api,
  options: Omit<EntityRoutesOptions, "operations">,
  aggregates: readonly AggregateSpec[],
): void {
  for (const aggregate of aggregates) mountAggregate(api, options, aggregate);
}

function mountAggregate(
  api: Api,
  options: Omit<EntityRoutesOptions, "operations">,
  aggregate: AggregateSpec,
): void {
  const { spec, guard } = options;
  const handler = guarded(options, "list", async ({ raw }, send, grant) => {
    const params = searchParams(raw.url);
    if (!params.ok) return errorResponse(params.problem);
    const errors = unknownHere(params.value);
    if (errors.length > 0) return errorResponse(invalid(errors));
    const query = parseListQuery(
      spec,
      params.value,
      guard && grant && ((query) => guard.restrict(grant, query)),
    );
    if (!query.ok) return errorResponse(query.problem);
    const reply = await send({
      operation: "groups",
      by: aggregate.by,
      filters: query.value.filters,
      measure: measuredBy(aggregate),
      limit: MOST_GROUPS + 1,
    });
    if (!reply.ok) return errorResponse(reply.problem);
    const { groups } = reply.value as Groups; // what "groups" is answered with
    if (groups.length > MOST_GROUPS) return errorResponse(TOO_MANY);
    return jsonResponse({
      groups: groups.map((group) => shownGroup(spec, aggregate, group)),
    });
  });
  api.route("GET", `${spec.path}/${aggregate.name}`, handler);
}

/** What orders, pages and searches a list has no place here. */
function unknownHere(params: URLSearchParams): FieldError[] {
  return [...new Set(params.keys())].filter((name) => OF_LISTS.has(name))
    .map((path) => ({ path, message: "is not a parameter of an aggregate" }));
}

/** How many groups are told of at most. */
const MOST_GROUPS = 1000;
const TOO_MANY = invalid([{
  path: "groups",
  message: `are more than ${MOST_GROUPS}: filter what is counted`,
}]);
const OF_LISTS: ReadonlySet<string> = new Set(["limit", "cursor", "sort", "q"]);
