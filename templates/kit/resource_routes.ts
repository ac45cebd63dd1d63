/**
 * The routes of a resource: from HTTP to requests to its controller and back, in the shape that the API has.
 *
 * @module
 */
import type { BodySchema } from "./body_schema.ts";
import { inClientNames } from "./client_names.ts";
import type {
  EntityReply,
  EntityWish,
  JsonObject,
  Page,
} from "./entity_request.ts";
import {
  type CarryOut,
  type Operation,
  searchParams,
} from "./entity_routes.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { Api, Handler, Method, RouteRequest } from "./http_api.ts";
import {
  emptyResponse,
  errorResponse,
  notModifiedResponse,
} from "./http_response.ts";
import {
  isUnknown,
  type Precondition,
  readPrecondition,
} from "./precondition.ts";
import type { FieldFilter } from "./list_query.ts";
import { failed, ok, type Outcome } from "./problem.ts";
import { readResourceBody } from "./resource_body.ts";
import { entityAnswer, pageAnswer, tagOf } from "./resource_answer.ts";
import type { Permit } from "./resource_guard.ts";
import {
  find,
  findParent,
  type Found,
  type Lookup,
} from "./resource_lookup.ts";
import { readResourceQuery, restrictionFilters } from "./resource_query.ts";
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

/** What {@link mountResource} needs. */
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
}

/** What is known of a request when it is carried out. */
export interface Place {
  /** What it may do. */
  readonly permit: Permit;
  /** What the resource is part of. */
  readonly parent?: Entity;
}

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
  for (const operation of options.operations) mount(api, options, operation);
  for (const action of options.actions ?? []) {
    const path = `${itemPath(resource)}/${action}`;
    api.route("POST", path, acting(options, action));
  }
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
  return placed(options, operation, async (request, place) => {
    const { parent, permit } = place;
    // Only reading depends on whose it is; the controller holds everything else to its grant.
    const grant = operation === "get" ? permit.grant : undefined;
    const fresh = operation !== "get";
    const within = { parent, grant, fresh };
    const found = await find(options.resource, request, options, within);
    return found.ok
      ? await handle(request, { ...place, found: found.value })
      : errorResponse(found.problem);
  });
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

/** Answers with a page of what the restrictions, and filters of our own, let through. */
export function listing(
  options: ResourceOptions,
  restrictions: readonly ListRestriction[],
  more: readonly FieldFilter[] = [],
): Handler {
  const { resource, guards, shape } = options;
  const guard = guards[resource.entity.name];
  return placed(options, "list", async ({ raw }, { permit, parent }) => {
    const own = restrictionFilters(restrictions, permit.viewer);
    if (!own.ok) {
      return guard?.refuse(raw, own.problem) ?? errorResponse(own.problem);
    }
    const field = resource.parent?.field;
    const within = field !== undefined && parent !== undefined
      ? [{ field, value: parent.id }]
      : [];
    const params = searchParams(raw.url);
    if (!params.ok) return errorResponse(params.problem);
    const query = readResourceQuery(resource, params.value, {
      shape,
      restrict: (query) => {
        const filters = [...query.filters, ...own.value, ...within, ...more];
        const whole = { ...query, filters };
        return guard?.restrict(permit, whole) ?? whole;
      },
    });
    if (!query.ok) return errorResponse(query.problem);
    const wish = { operation: "list", query: query.value } as const;
    const reply = await send(options, permit, wish);
    if (!reply.ok) return errorResponse(reply.problem);
    const page = reply.value as Page<Entity>; // a list is answered with a page
    return await pageAnswer(options, permit, page);
  });
}

function creating(
  common: ResourceOptions,
  schema: BodySchema,
  status: number = 201,
): Handler {
  return placed(
    common,
    "create",
    keyed(common, async (options, { raw }, { permit, parent }) => {
      const body = await readBody(raw, options, { schema, parent });
      if (!body.ok) return errorResponse(body.problem);
      const wish = { operation: "create", body: body.value } as const;
      const reply = await send(options, permit, wish);
      if (!reply.ok) return errorResponse(reply.problem);
      const entity = reply.value as Entity; // a creation is answered with the entity
      const key = String(valueOf(entity, options.resource.key));
      const location = `${pathOf(raw)}/${encodeURIComponent(key)}`;
      const found = { entity, version: reply.version };
      return await entityAnswer(options, permit, found, {
        status,
        headers: { location },
      });
    }),
  );
}

function reading(options: ResourceOptions): Handler {
  return located(options, "get", async ({ raw }, { permit, found }) => {
    const precondition = readPrecondition(raw.headers);
    if (!precondition.ok) return errorResponse(precondition.problem);
    const answer = await entityAnswer(options, permit, found);
    const { value } = precondition;
    const isKnown = value !== undefined && found.version !== undefined &&
      !isUnknown(value, found.version);
    return isKnown && answer.headers.has("etag")
      ? notModifiedResponse(tagOf(options.resource, found.version))
      : answer;
  });
}

function changing(
  options: ResourceOptions,
  operation: "replace" | "patch",
  schema: BodySchema,
  status?: number,
): Handler {
  return located(options, operation, async ({ raw }, place) => {
    const { permit, parent, found: { entity: { id } } } = place;
    const condition = conditionOf(raw);
    if (!condition.ok) return errorResponse(condition.problem);
    const body = await readBody(raw, options, { schema, parent });
    if (!body.ok) return errorResponse(body.problem);
    const wish = { operation, id, body: body.value, ...condition.value };
    return await changed(options, permit, wish, status);
  });
}

function deleting(options: ResourceOptions): Handler {
  return located(options, "delete", async ({ raw }, { permit, found }) => {
    const condition = conditionOf(raw);
    if (!condition.ok) return errorResponse(condition.problem);
    const { id } = found.entity;
    const wish = { operation: "delete", id, ...condition.value } as const;
    const reply = await send(options, permit, wish);
    return reply.ok ? emptyResponse() : errorResponse(reply.problem);
  });
}

function acting(common: ResourceOptions, action: string): Handler {
  return located(
    common,
    action,
    keyed(common, async (options, { raw }, { permit, found }) => {
      const condition = conditionOf(raw);
      if (!condition.ok) return errorResponse(condition.problem);
      return await changed(options, permit, {
        operation: "action",
        id: found.entity.id,
        action,
        ...condition.value,
      });
    }),
  );
}

/** Lets a request do once what it asks for, by its key; what it is handled with asks the controller accordingly. */
function keyed<P extends Place>(
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

/** Has something changed, and answers with what it became. */
async function changed(
  options: ResourceOptions,
  permit: Permit,
  wish: EntityWish,
  status?: number,
): Promise<Response> {
  const reply = await send(options, permit, wish);
  if (!reply.ok) return errorResponse(reply.problem);
  const entity = reply.value as Entity; // a change is answered with the entity
  const found = { entity, version: reply.version };
  return await entityAnswer(options, permit, found, { status });
}

async function send(
  { resource, shape, sources }: ResourceOptions,
  { grant }: Permit,
  wish: EntityWish,
): Promise<EntityReply<unknown>> {
  const ask = sources[resource.entity.name];
  if (ask === undefined) {
    throw new Error(`Cannot reach "${resource.entity.name}": no source`);
  }
  const reply = await ask(grant === undefined ? wish : { ...wish, grant });
  return reply.ok ? reply : {
    ...reply,
    problem: inClientNames(reply.problem, resource.shows, shape.naming),
  };
}

async function readBody(
  request: Request,
  { resource, shape, checkReferences }: ResourceOptions,
  { schema, parent }: {
    readonly schema: BodySchema;
    readonly parent?: Entity;
  },
): Promise<Outcome<JsonObject>> {
  const { name, shows, entity } = resource;
  const field = resource.parent?.field;
  // What the server sets is no better known to clients than what is not there at all.
  const passesOver = shape.unknownFields === "ignore";
  const body = await readResourceBody(request, {
    shape,
    name,
    shows,
    schema,
    accepts: Object.keys(entity.fields).filter((name) =>
      name !== field && !(passesOver && entity.fields[name]?.readOnly)
    ),
    mediaTypes: MEDIA_TYPES,
    key: resource.key,
    given: field === undefined || parent === undefined
      ? undefined
      : { [field]: parent.id },
  });
  if (!body.ok || checkReferences === undefined) return body;
  const checked = await checkReferences(request, body.value);
  return checked.ok
    ? checked
    : failed(inClientNames(checked.problem, shows, shape.naming));
}

function conditionOf(
  { headers }: Request,
): Outcome<{ readonly precondition?: Precondition }> {
  const read = readPrecondition(headers);
  if (!read.ok) return read;
  return ok(read.value === undefined ? {} : { precondition: read.value });
}

/** Cut from the text of the URL, because `new URL` throws if the Host header is absurd. */
function pathOf({ url }: Request): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
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
const MEDIA_TYPES = ["application/json", "application/merge-patch+json"];
