/**
 * The route by which what was deleted from a resource comes back.
 *
 * @module
 */
import type { EntityReply } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import type { Api, RouteRequest } from "./http_api.ts";
import { errorResponse } from "./http_response.ts";
import { readPrecondition } from "./precondition.ts";
import { notFound } from "./problem.ts";
import { entityAnswer } from "./resource_answer.ts";
import {
  keyed,
  type Place,
  placed,
  type ResourceOptions,
  send,
} from "./resource_request.ts";
import type { ResourceSpec } from "./resource_spec.ts";
import { isUuid } from "./uuid7.ts";

/** Adds `POST` of a restoration: by the id, because another may have taken the key of what was deleted. */
export function mountRestore(api: Api, options: ResourceOptions): void {
  const path = restorePath(options.resource);
  api.route("POST", path, placed(options, "restore", restoring(options)));
}

/** Where one of a resource is restored, such as `/articles/{id}/restore`. */
export function restorePath(resource: ResourceSpec): string {
  return `${resource.path}/{${restoreParam(resource)}}/restore`;
}

/** The place of the id in that path. */
export function restoreParam({ key, param }: ResourceSpec): string {
  return key === "id" ? param : "deletedId";
}

function restoring(
  common: ResourceOptions,
): (request: RouteRequest, place: Place) => Promise<Response> {
  return keyed(common, async (options, request, place) => {
    const { resource } = options;
    const precondition = readPrecondition(request.raw.headers);
    if (!precondition.ok) return errorResponse(precondition.problem);
    const id = (request.param(restoreParam(resource)) ?? "").toLowerCase();
    if (!isUuid(id)) return errorResponse(notFound(resource.entity.label));
    const reply = await restore(options, place, {
      operation: "action",
      id,
      action: "restore",
      ...(precondition.value ? { precondition: precondition.value } : {}),
    });
    if (!reply.ok) return errorResponse(reply.problem);
    const entity = reply.value as Entity; // a restoration is answered with the entity
    const found = { entity, version: reply.version };
    return await entityAnswer(options, place.permit, found);
  });
}

/** What is part of another is not there. */
function restore(
  options: ResourceOptions,
  { permit, parent }: Place,
  wish: Parameters<typeof send>[2],
): Promise<EntityReply<unknown>> {
  const field = options.resource.parent?.field;
  if (field === undefined || parent === undefined) {
    return send(options, permit, wish);
  }
  const part = { field, id: parent.id };
  return send(options, { ...permit, grant: { ...permit.grant, part } }, wish);
}
