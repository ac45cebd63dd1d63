/**
 * The routes of a resource: from HTTP to requests to its controller and back, in the shape that the API has.
 *
 * @module
 */
import type { BodySchema } from "./body_schema.ts";
import type { Operation } from "./entity_routes.ts";
import type { Api, Handler, Method } from "./http_api.ts";
import { errorResponse, notModifiedResponse } from "./http_response.ts";
import { isUnknown, readPrecondition } from "./precondition.ts";
import type { Entity } from "./entity_spec.ts";
import { entityAnswer, isTagged, tagOf } from "./resource_answer.ts";
import type { Permit } from "./resource_guard.ts";
import { listing } from "./resource_listing.ts";
import {
  itemPath,
  located,
  type OperationShape,
  type ResourceOptions,
  send,
} from "./resource_request.ts";
import type { Found } from "./resource_lookup.ts";
import type { ResourceSpec } from "./resource_spec.ts";
import { acting, changing, creating, deleting } from "./resource_writes.ts";

/** Adds the routes of a resource to an API; lists with a path of their own come before what could be a key. */
export function mountResource(api: Api, options: ResourceOptions): void {
  const { resource } = options;
  for (const [name, restrictions] of Object.entries(options.lists ?? {})) {
    api.route(
      "GET",
      `${resource.path}/${name}`,
      listing(options, restrictions),
    );
  }
  options.bulk?.(api, options);
  for (const operation of options.operations) mount(api, options, operation);
  for (const action of options.actions ?? []) {
    const path = `${itemPath(resource)}/${action}`;
    api.route("POST", path, acting(options, action));
  }
}

function mount(
  api: Api,
  options: ResourceOptions,
  { operation, schema, ...given }: OperationShape,
): void {
  const { resource } = options;
  const method = given.method ?? METHODS[operation];
  const { status } = given;
  switch (operation) {
    case "list":
      return api.route(method, resource.path, listing(options, []));
    case "create": {
      const handler = creating(options, needed(schema, resource), status);
      return api.route(method, resource.path, handler);
    }
    case "get":
      return api.route(method, itemPath(resource), reading(options));
    case "delete":
      return api.route(method, itemPath(resource), deleting(options));
    default: {
      const wanted = needed(schema, resource);
      const handler = changing(options, operation, wanted, status);
      return api.route(method, itemPath(resource), handler);
    }
  }
}

function reading(options: ResourceOptions): Handler {
  return located(options, "get", async ({ raw }, { permit, found }) => {
    const precondition = readPrecondition(raw.headers);
    if (!precondition.ok) return errorResponse(precondition.problem);
    const counted = await withVersion(options, permit, found);
    const answer = await entityAnswer(options, permit, counted);
    const { value } = precondition;
    const isKnown = value !== undefined && counted.version !== undefined &&
      !isUnknown(value, counted.version);
    return isKnown && answer.headers.has("etag")
      ? notModifiedResponse(tagOf(options.resource, counted.version))
      : answer;
  });
}

/** What was found by another key than its id comes without the count of its changes. */
async function withVersion(
  options: ResourceOptions,
  permit: Permit,
  found: Found,
): Promise<Found> {
  if (found.version !== undefined || !isTagged(options.resource)) return found;
  const { id } = found.entity;
  const reply = await send(options, permit, { operation: "get", id });
  return reply.ok && reply.value !== null
    ? { entity: reply.value as Entity, version: reply.version } // a get is answered with the entity
    : found;
}

function needed(
  schema: BodySchema | undefined,
  { name }: ResourceSpec,
): BodySchema {
  if (schema !== undefined) return schema;
  throw new TypeError(
    `Cannot mount "${name}": found an operation without the schema of its body`,
  );
}

const METHODS: Readonly<Record<Operation, Method>> = {
  list: "GET",
  get: "GET",
  create: "POST",
  replace: "PUT",
  patch: "PATCH",
  delete: "DELETE",
};
