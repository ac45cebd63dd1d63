/**
 * Lists of a resource: which entities somebody asks for, and which of those they may see.
 *
 * @module
 */
import type { Page } from "./entity_request.ts";
import { searchParams } from "./entity_routes.ts";
import type { Entity } from "./entity_spec.ts";
import type { Handler } from "./http_api.ts";
import { errorResponse } from "./http_response.ts";
import type { FieldFilter, ListQuery } from "./list_query.ts";
import type { Outcome } from "./problem.ts";
import { pageAnswer } from "./resource_answer.ts";
import { readResourceQuery, restrictionFilters } from "./resource_query.ts";
import {
  type Place,
  placed,
  type ResourceOptions,
  send,
} from "./resource_request.ts";
import { unseenFilters } from "./resource_sight.ts";
import type { ListRestriction } from "./resource_spec.ts";

/** Answers with a page of what the restrictions, and filters of our own, let through. */
export function listing(
  options: ResourceOptions,
  restrictions: readonly ListRestriction[],
  more: readonly FieldFilter[] = [],
): Handler {
  const { resource, guards } = options;
  const guard = guards[resource.entity.name];
  return placed(options, "list", async ({ raw }, place) => {
    const { permit } = place;
    const own = restrictionFilters(restrictions, permit.viewer);
    if (!own.ok) {
      return guard?.refuse(raw, own.problem) ?? errorResponse(own.problem);
    }
    const params = searchParams(raw.url);
    if (!params.ok) return errorResponse(params.problem);
    const filters = [...own.value, ...more];
    const query = await listQuery(options, place, {
      params: params.value,
      filters,
    });
    if (!query.ok) return errorResponse(query.problem);
    const wish = { operation: "list", query: query.value } as const;
    const reply = await send(options, permit, wish);
    if (!reply.ok) return errorResponse(reply.problem);
    const page = reply.value as Page<Entity>; // a list is answered with a page
    return await pageAnswer(options, permit, page);
  });
}

/** Reads what a request asks for of a list; it finds only what is in its place, and what its sender may see. */
export async function listQuery(
  options: ResourceOptions,
  { permit, parent }: Place,
  { params, filters = [] }: {
    readonly params: URLSearchParams;
    /** What must hold beside what the request says. @default [] */
    readonly filters?: readonly FieldFilter[];
  },
): Promise<Outcome<ListQuery>> {
  const { resource, guards, shape } = options;
  const { viewer } = permit;
  const unseen = await unseenFilters(resource, params, { ...options, viewer });
  if (!unseen.ok) return unseen;
  const field = resource.parent?.field;
  const within = field !== undefined && parent !== undefined
    ? [{ field, value: parent.id }]
    : [];
  const more = [...filters, ...within, ...unseen.value];
  return readResourceQuery(resource, params, {
    shape,
    restrict: (query) => {
      const whole = { ...query, filters: [...query.filters, ...more] };
      return guards[resource.entity.name]?.restrict(permit, whole) ?? whole;
    },
  });
}
