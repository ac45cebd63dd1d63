/**
 * What every request on a resource goes through: the rules, what the path names, the key that lets it do things once.
 *
 * @module
 */
import type { BodySchema } from "./body_schema.ts";
import { inClientNames } from "./client_names.ts";
import type { EntityReply, EntityWish, JsonObject } from "./entity_request.ts";
import type { CarryOut, Operation } from "./entity_routes.ts";
import type { Entity } from "./entity_spec.ts";
import type { Api, Handler, Method, RouteRequest } from "./http_api.ts";
import { errorResponse } from "./http_response.ts";
import type { Outcome } from "./problem.ts";
import type { Permit } from "./resource_guard.ts";
import {
  find,
  findParent,
  type Found,
  type Lookup,
} from "./resource_lookup.ts";
import type {
  ApiShape,
  ListRestriction,
  ResourceSpec,
} from "./resource_spec.ts";

/** How one operation is called and answered. */
export interface OperationShape {
  /** The operation of the entity. */
  readonly operation: Operation;
  /** The method. @default the operation's usual one */
  readonly method?: Method;
  /** The status of a success. @default the operation's usual one */
  readonly status?: number;
  /** The shape of its body. Needed for `create`, `replace` and `patch`. */
  readonly schema?: BodySchema;
}

/** What mounting a resource needs. */
export interface ResourceOptions extends Lookup {
  /** The resource. */
  readonly resource: ResourceSpec;
  /** How the API looks. */
  readonly shape: ApiShape;
  /** The operations it has. */
  readonly operations: readonly OperationShape[];
  /** Carries out what creates or acts, by the keys of requests; see once_by_key.ts. @default as often as it is asked for */
  readonly once?: CarryOut;
  /** Its actions: each is the last segment of a path and the name that the controller knows. @default [] */
  readonly actions?: readonly string[];
  /** Finds references in a body to what whoever sends it may not know of. @default none is looked for */
  readonly checkReferences?: (
    request: Request,
    body: JsonObject,
  ) => Promise<Outcome<JsonObject>>;
  /** Lists with a path of their own: by the last segment of the path. @default {} */
  readonly lists?: Readonly<Record<string, readonly ListRestriction[]>>;
  /** Adds the routes that change several at once; see resource_bulk.ts. @default there are none */
  readonly bulk?: (api: Api, options: ResourceOptions) => void;
}

/** What is known of a request when it is carried out. */
export interface Place {
  /** What it may do. */
  readonly permit: Permit;
  /** What the resource is part of. */
  readonly parent?: Entity;
}

/** Where one entity of a resource is, such as `/articles/{slug}`. */
export function itemPath({ path, param }: ResourceSpec): string {
  return `${path}/{${param}}`;
}

/** Carries out a request on a resource if its sender may and what it is part of exists. */
export function placed(
  options: ResourceOptions,
  operation: string,
  handle: (request: RouteRequest, place: Place) => Promise<Response>,
): Handler {
  const { resource, guards } = options;
  const guard = guards[resource.entity.name];
  return async (request) => {
    const permit = await guard?.decide(request.raw, operation);
    if (permit && !permit.ok) return guard!.refuse(request.raw, permit.problem);
    const parent = await findParent(resource, request, options);
    if (!parent.ok) return errorResponse(parent.problem);
    return await handle(request, {
      permit: permit?.value ?? {},
      parent: parent.value,
    });
  };
}

/** Carries out a request on one entity of a resource, if there is one. */
export function located(
  options: ResourceOptions,
  operation: string,
  handle: (
    request: RouteRequest,
    place: Place & { readonly found: Found },
  ) => Promise<Response>,
): Handler {
  const { resource, guards } = options;
  return placed(options, operation, async (request, place) => {
    const { parent, permit } = place;
    // Only reading depends on whose it is; the controller holds everything else to its grant.
    const fresh = operation !== "get";
    const grant = fresh
      ? guards[resource.entity.name]?.sight(permit.viewer)
      : permit.grant;
    const within = { parent, grant, fresh };
    const found = await find(resource, request, options, within);
    return found.ok
      ? await handle(request, { ...place, found: found.value })
      : errorResponse(found.problem);
  });
}

/** Lets a request do once what it asks for, by its key; what it is handled with asks the controller accordingly. */
export function keyed<P extends Place>(
  options: ResourceOptions,
  handle: (
    options: ResourceOptions,
    request: RouteRequest,
    place: P,
  ) => Promise<Response>,
): (request: RouteRequest, place: P) => Promise<Response> {
  const { once, sources, resource: { entity: { name } } } = options;
  const ask = sources[name];
  if (once === undefined || ask === undefined) {
    return (request, place) => handle(options, request, place);
  }
  return (request, place) =>
    once(
      request.raw,
      ask,
      (send) =>
        handle(
          { ...options, sources: { ...sources, [name]: send } },
          request,
          place,
        ),
    );
}

/** Asks the controller as somebody with the permit; problems name fields as clients do. */
export async function send(
  options: ResourceOptions,
  permit: Permit,
  wish: EntityWish,
): Promise<EntityReply<unknown>> {
  const reply = await sendPlain(options, permit, wish);
  const { resource, shape } = options;
  return reply.ok ? reply : {
    ...reply,
    problem: inClientNames(reply.problem, resource.shows, shape.naming),
  };
}

/** Asks the controller as somebody with the permit; problems name fields as the entity does. */
export async function sendPlain(
  { resource, sources }: ResourceOptions,
  { grant }: Permit,
  wish: EntityWish,
): Promise<EntityReply<unknown>> {
  const ask = sources[resource.entity.name];
  if (ask === undefined) {
    throw new Error(`Cannot reach "${resource.entity.name}": no source`);
  }
  return await ask(grant === undefined ? wish : { ...wish, grant });
}
