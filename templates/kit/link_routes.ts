/**
 * The routes of a many-to-many relation: which entities are related to one, and relating or unrelating another.
 *
 * @module
 */
import type { EntityReply } from "./entity_request.ts";
import type { EntitySpec } from "./entity_spec.ts";
import type { Api, Handler, RouteRequest } from "./http_api.ts";
import { errorResponse } from "./http_response.ts";
import { type Between, dropLink, keepLink } from "./kept_links.ts";
import { failed, notFound, ok, type Outcome } from "./problem.ts";
import { find, type Found, labelOf } from "./resource_lookup.ts";
import { linkFilter } from "./resource_query.ts";
import { entityAnswer } from "./resource_answer.ts";
import { listing } from "./resource_listing.ts";
import {
  itemPath,
  located,
  type Place,
  type ResourceOptions,
} from "./resource_request.ts";
import type { Ask, ResourceSpec } from "./resource_spec.ts";

/** A many-to-many relation of the entity of a resource. */
export interface LinkOptions {
  /** The last segment of its path, such as `tags`. */
  readonly path: string;
  /** What keeps it: one for each two that are related. */
  readonly link: EntitySpec;
  /** The field of the link that holds the id of this end. */
  readonly own: string;
  /** The field of the link that holds the id of the other. */
  readonly other: string;
  /** How clients see the other end, and by which key they name one. */
  readonly resource: ResourceSpec;
  /** The place of that key in paths. */
  readonly param: string;
}

/**
 * Adds `GET` of what is related, and `PUT` and `DELETE` of one more or less: both may be repeated, and are answered with
 * the entity. Whoever may change the entity by `patch` may, with what they may read.
 */
export function mountLink(
  api: Api,
  options: ResourceOptions,
  link: LinkOptions,
): void {
  const all = `${itemPath(options.resource)}/${link.path}`;
  const one = `${all}/{${link.param}}`;
  api.route("GET", all, related(options, link));
  api.route("PUT", one, relating(options, link, keepLink));
  api.route("DELETE", one, relating(options, link, dropLink));
}

/** Lists what is related to one entity, as the other end's own list does. */
function related(options: ResourceOptions, link: LinkOptions): Handler {
  const { resource } = link;
  return located(options, "get", async (request, { found }) => {
    const { link: spec, own: user, other: target } = link;
    const wanted = { field: "id", link: spec, target, user };
    const filters = [linkFilter(wanted, found.entity.id)];
    const list = listing({ ...options, resource }, [], filters);
    return await list(request);
  });
}

function relating(
  options: ResourceOptions,
  link: LinkOptions,
  change: (links: Ask, between: Between) => Promise<EntityReply<unknown>>,
): Handler {
  const guard = options.guards[options.resource.entity.name];
  const links = options.sources[link.link.name];
  if (links === undefined) {
    throw new TypeError(`Cannot mount "${link.path}": found no source of it`);
  }
  return located(options, "patch", async (request, place) => {
    const { permit, found } = place;
    const refused = guard?.refusal(
      permit,
      options.resource.entity,
      found.entity,
    );
    if (refused?.status === 404) {
      return errorResponse(notFound(labelOf(options.resource)));
    }
    if (refused) return errorResponse(refused);
    const other = await otherEnd(options, link, request, place);
    if (!other.ok) return errorResponse(other.problem);
    const reply = await change(links, {
      [link.own]: found.entity.id,
      [link.other]: other.value.entity.id,
    });
    return reply.ok
      ? await entityAnswer(options, permit, found)
      : errorResponse(reply.problem);
  });
}

/** What may not be read does not exist. */
async function otherEnd(
  options: ResourceOptions,
  link: LinkOptions,
  request: RouteRequest,
  { parent }: Place,
): Promise<Outcome<Found>> {
  const { resource } = link;
  const readable = await options.guards[resource.entity.name]
    ?.decide(request.raw, "get");
  if (readable && !readable.ok) return failed(readable.problem);
  const found = await find(
    { ...resource, param: link.param },
    request,
    options,
    {
      parent,
      grant: readable?.value.grant,
      fresh: true,
    },
  );
  return found.ok ? ok(found.value) : found;
}
