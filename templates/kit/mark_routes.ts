/**
 * The routes by which somebody who is signed in marks an entity, or takes the mark back.
 *
 * @module
 */
import type { EntityReply } from "./entity_request.ts";
import type { EntitySpec } from "./entity_spec.ts";
import type { Api, Handler } from "./http_api.ts";
import { errorResponse } from "./http_response.ts";
import { type Between, dropLink, keepLink } from "./kept_links.ts";
import type { Ask } from "./resource_spec.ts";
import { type Problem, unauthorized } from "./problem.ts";
import { find } from "./resource_lookup.ts";
import { entityAnswer } from "./resource_answer.ts";
import { itemPath, placed, type ResourceOptions } from "./resource_request.ts";

/** A mark that every user can set on the entity of a resource, for themselves. */
export interface MarkOptions {
  /** Its name, such as `favorite`; the access rule of the same name says who may. */
  readonly name: string;
  /** The last segment of its path. @default its name */
  readonly path?: string;
  /** What keeps it: one for each user and entity. */
  readonly link: EntitySpec;
  /** The field of the link that holds the marked entity's id. */
  readonly target: string;
  /** The field of the link that holds the user's id. */
  readonly user: string;
}

/** Adds `POST` and `DELETE` of a mark; both may be repeated, and are answered with the entity. */
export function mountMark(
  api: Api,
  options: ResourceOptions,
  mark: MarkOptions,
): void {
  const path = `${itemPath(options.resource)}/${mark.path ?? mark.name}`;
  api.route("POST", path, marking(options, mark, keepLink));
  api.route("DELETE", path, marking(options, mark, dropLink));
}

function marking(
  options: ResourceOptions,
  mark: MarkOptions,
  change: (links: Ask, between: Between) => Promise<EntityReply<unknown>>,
): Handler {
  const guard = options.guards[options.resource.entity.name];
  const links = options.sources[mark.link.name];
  if (links === undefined) {
    throw new TypeError(`Cannot mount "${mark.name}": found no source of it`);
  }
  const refuse = (request: Request, problem: Problem) =>
    guard?.refuse(request, problem) ?? errorResponse(problem);
  return placed(options, mark.name, async (request, { permit, parent }) => {
    const { raw } = request;
    const { viewer } = permit;
    const readable = await guard?.decide(raw, "get");
    if (viewer === undefined) return refuse(raw, unauthorized());
    if (readable && !readable.ok) return refuse(raw, readable.problem);
    const grant = readable?.value.grant;
    const within = { parent, grant, fresh: true };
    const located = await find(options.resource, request, options, within);
    if (!located.ok) return errorResponse(located.problem);
    const found = located.value;
    const reply = await change(links, {
      [mark.target]: found.entity.id,
      [mark.user]: viewer.id,
    });
    return reply.ok
      ? await entityAnswer(options, permit, found)
      : errorResponse(reply.problem);
  });
}
