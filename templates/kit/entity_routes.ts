/**
 * The routes of one entity: from HTTP to an {@link EntityRequest} and back.
 *
 * @module
 */
import { type BodySchema, checkBody } from "./body_schema.ts";
import type {
  EntityReply,
  EntityRequest,
  Grant,
  JsonObject,
} from "./entity_request.ts";
import { keyValue } from "./entity_key.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { Api, Handler, RouteRequest } from "./http_api.ts";
import {
  emptyResponse,
  entityResponse,
  errorResponse,
  jsonResponse,
  notModifiedResponse,
} from "./http_response.ts";
import { type JsonBodyOptions, readJsonBody } from "./json_body.ts";
import { type ListQuery, parseListQuery } from "./list_query.ts";
import {
  entityTag,
  isMatched,
  isUnknown,
  type Precondition,
  readPrecondition,
} from "./precondition.ts";
import {
  badRequest,
  failed,
  invalid,
  notFound,
  ok,
  type Outcome,
  preconditionFailed,
  type Problem,
} from "./problem.ts";
import type { BodyLimits } from "./read_body.ts";
import {
  type Includes,
  joinedProblem,
  selectedEntity,
  selectedPage,
  takeSelection,
} from "./read_selection.ts";
import { isUuid } from "./uuid7.ts";

/** A standard operation on entities. */
export type Operation =
  | "list"
  | "get"
  | "create"
  | "replace"
  | "patch"
  | "delete";

/** Stands before the routes of an entity. */
export interface EntityGuard {
  /** Decides whether a request may go on, and with what grant. */
  decide(request: Request, operation: string): Promise<Outcome<Grant>>;
  /** Answers a request that may not. */
  refuse(request: Request, problem: Problem): Response;
  /** Restricts a list to what the grant is about. */
  restrict(grant: Grant, query: ListQuery): ListQuery;
}

/** Hands a request to a controller. */
export type Send = (request: EntityRequest) => Promise<EntityReply<unknown>>;

/** Carries out a request, which is handled by what it is given to send by. */
export type CarryOut = (
  request: Request,
  send: Send,
  handle: (send: Send) => Promise<Response>,
) => Promise<Response>;

/** What {@link mountEntity} needs. */
export interface EntityRoutesOptions {
  /** The entity. */
  readonly spec: EntitySpec;
  /** The standard operations it has. */
  readonly operations: readonly Operation[];
  /** Its actions: each is the last segment of a path and the name that the controller knows. @default [] */
  readonly actions?: readonly string[];
  /** The shape of the body of POST. Needed for `create`. */
  readonly createSchema?: BodySchema;
  /** The shape of the body of PUT. Needed for `replace`. */
  readonly replaceSchema?: BodySchema;
  /** The shape of the body of PATCH. Needed for `patch`. */
  readonly patchSchema?: BodySchema;
  /** Hands a request to the controller. */
  readonly send: Send;
  /** Adds the routes that change several at once; see bulk_routes.ts. @default there are none */
  readonly bulk?: (api: Api, options: EntityRoutesOptions) => void;
  /** Carries out what creates or acts, by the keys of requests; see once_by_key.ts. @default as often as it is asked for */
  readonly once?: CarryOut;
  /** Decides who may do what, before anything of a request is read. @default everyone may everything */
  readonly guard?: EntityGuard;
  /** Finds references in a body to what whoever sends it may not know of. @default none is looked for */
  readonly checkReferences?: (
    request: Request,
    body: JsonObject,
  ) => Promise<Outcome<JsonObject>>;
  /** Includes related entities in what is read. @default there are none */
  readonly includes?: Includes;
  /** The limits of bodies. @default 1 MiB within 10 s */
  readonly bodyLimits?: BodyLimits;
}

/** Adds the routes of an entity to an API. */
export function mountEntity(api: Api, options: EntityRoutesOptions): void {
  for (const operation of options.operations) MOUNT[operation](api, options);
  for (const action of options.actions ?? []) mountAction(api, options, action);
  options.bulk?.(api, options);
}

function mountList(api: Api, options: EntityRoutesOptions): void {
  const { spec, guard } = options;
  const handler = guarded(options, "list", async ({ raw }, send, grant) => {
    const params = searchParams(raw.url);
    if (!params.ok) return errorResponse(params.problem);
    const selected = takeSelection(params.value, options);
    const query = parseListQuery(
      spec,
      params.value,
      guard && grant && ((query) => guard.restrict(grant, query)),
    );
    if (!selected.ok) {
      return errorResponse(joinedProblem(selected.problem, query));
    }
    if (!query.ok) return errorResponse(query.problem);
    const wish = { operation: "list", query: query.value } as const;
    const selection = selected.value;
    return selection === undefined
      ? replyResponse(await send(wish))
      : await selectedPage({ ...options, request: raw, selection, wish, send });
  });
  api.route("GET", spec.path, handler);
}

function mountGet(api: Api, options: EntityRoutesOptions): void {
  const { spec } = options;
  const handler = guarded(options, "get", (request, send) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const { id, precondition } = target.value;
    if (request.raw.url.includes("?")) {
      return getSelected(options, request.raw, target.value, send);
    }
    const reply = send({ operation: "get", id });
    if (precondition === undefined) return reply.then(replyResponse);
    return reply.then((reply) =>
      conditionalResponse(spec, reply, precondition)
    );
  });
  api.route("GET", `${spec.path}/{id}`, handler);
}

/** What else a query of one entity says is passed over. */
async function getSelected(
  options: EntityRoutesOptions,
  request: Request,
  { id, precondition = {} }: Target,
  send: EntityRoutesOptions["send"],
): Promise<Response> {
  const params = searchParams(request.url);
  if (!params.ok) return errorResponse(params.problem);
  const selected = takeSelection(params.value, options);
  if (!selected.ok) return errorResponse(selected.problem);
  const wish = { operation: "get", id } as const;
  const selection = selected.value;
  return selection === undefined
    ? conditionalResponse(options.spec, await send(wish), precondition)
    : await selectedEntity(
      { ...options, request, selection, wish, send },
      precondition,
    );
}

function mountCreate(api: Api, options: EntityRoutesOptions): void {
  const { spec } = options;
  const read = bodyReader(options, "createSchema");
  const handler = guardedOnce(options, "create", async ({ raw }, send) => {
    const body = await read(raw);
    if (!body.ok) return errorResponse(body.problem);
    const reply = await send({ operation: "create", body: body.value });
    if (!reply.ok) return errorResponse(reply.problem);
    const { id } = reply.value as Entity; // a creation is answered with the entity
    const headers = { location: `${spec.path}/${id}`, ...tagOf(reply) };
    return jsonResponse(reply.value, 201, headers);
  });
  api.route("POST", spec.path, handler);
}

function mountReplace(api: Api, options: EntityRoutesOptions): void {
  const { spec } = options;
  const read = bodyReader(options, "replaceSchema");
  const handler = guarded(options, "replace", async (request, send) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const body = await read(request.raw);
    if (!body.ok) {
      return await refuseBody(options, send, target.value.id, body.problem);
    }
    return replyResponse(
      await send({ operation: "replace", ...target.value, body: body.value }),
    );
  });
  api.route("PUT", `${spec.path}/{id}`, handler);
}

function mountPatch(api: Api, options: EntityRoutesOptions): void {
  const { spec } = options;
  const read = bodyReader(options, "patchSchema", PATCH_MEDIA_TYPES);
  const handler = guarded(options, "patch", async (request, send) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const body = await read(request.raw);
    if (!body.ok) {
      return await refuseBody(options, send, target.value.id, body.problem);
    }
    return replyResponse(
      await send({ operation: "patch", ...target.value, body: body.value }),
    );
  });
  api.route("PATCH", `${spec.path}/{id}`, handler);
}

function mountDelete(api: Api, options: EntityRoutesOptions): void {
  const { spec } = options;
  const handler = guarded(options, "delete", async (request, send) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const reply = await send({ operation: "delete", ...target.value });
    return reply.ok
      ? emptyResponse()
      : errorResponse(reply.problem, tagOf(reply));
  });
  api.route("DELETE", `${spec.path}/{id}`, handler);
}

function mountAction(
  api: Api,
  options: EntityRoutesOptions,
  action: string,
): void {
  const { spec, bodyLimits } = options;
  const handler = guardedOnce(options, action, async (request, send) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const body = await readJsonBody(request.raw, {
      ...bodyLimits,
      allowEmpty: true,
    });
    if (!body.ok) return errorResponse(body.problem);
    const [field] = Object.keys(body.value);
    if (field !== undefined) {
      const message = "unknown field: an action takes none";
      return errorResponse(invalid([{ path: field.slice(0, 200), message }]));
    }
    return replyResponse(
      await send({ operation: "action", ...target.value, action }),
    );
  });
  api.route("POST", `${spec.path}/{id}/${action}`, handler);
}

/** Puts the guard, if there is one, before a handler: who may not ask learns nothing about the request. */
export function guarded(
  { guard, send }: Pick<EntityRoutesOptions, "guard" | "send">,
  operation: string,
  handler: (
    request: RouteRequest,
    send: EntityRoutesOptions["send"],
    grant?: Grant,
  ) => Response | Promise<Response>,
): Handler {
  if (guard === undefined) return (request) => handler(request, send);
  return async (request) => {
    const decision = await guard.decide(request.raw, operation);
    if (!decision.ok) return guard.refuse(request.raw, decision.problem);
    const grant = decision.value;
    return await handler(request, (wish) => send({ ...wish, grant }), grant);
  };
}

/** Puts the guard, if there is one, before a handler that is to do once what a request with a key asks for. */
export function guardedOnce(
  options: EntityRoutesOptions,
  operation: string,
  handler: (request: RouteRequest, send: Send) => Promise<Response>,
): Handler {
  const { once } = options;
  if (once === undefined) return guarded(options, operation, handler);
  return guarded(
    options,
    operation,
    (request, send) =>
      once(request.raw, send, (send) => handler(request, send)),
  );
}

/** Where references are looked for, that of an entity which is not there for whoever asks does not matter. */
async function refuseBody(
  { checkReferences }: EntityRoutesOptions,
  send: EntityRoutesOptions["send"],
  id: string,
  problem: Problem,
): Promise<Response> {
  if (!checkReferences || problem.status !== 422) return errorResponse(problem);
  const found = await send({ operation: "get", id });
  return errorResponse(found.ok ? problem : found.problem);
}

/** Reads and checks the body of one kind of request. */
function bodyReader(
  options: EntityRoutesOptions,
  schemaName: "createSchema" | "replaceSchema" | "patchSchema",
  mediaTypes?: readonly string[],
): (request: Request) => Promise<Outcome<JsonObject>> {
  const schema = options[schemaName];
  if (schema === undefined) {
    throw new TypeError(
      `Cannot mount "${options.spec.name}": found no ${schemaName}, wanted one for its operation`,
    );
  }
  const bodyOptions: JsonBodyOptions = { ...options.bodyLimits, mediaTypes };
  const { checkReferences } = options;
  return async (request) => {
    const body = await readJsonBody(request, bodyOptions);
    const checked = body.ok ? checkBody(schema, body.value) : body;
    return checked.ok && checkReferences
      ? await checkReferences(request, checked.value)
      : checked;
  };
}

/** The entity that a request is about, and the conditions on which it is to be carried out. */
interface Target {
  readonly id: string;
  readonly precondition?: Precondition;
}

/** An id that is no UUID is one that no entity has; a key may stand for it. */
function targetOf(spec: EntitySpec, request: RouteRequest): Outcome<Target> {
  const given = request.param("id") ?? "";
  const id = isUuid(given)
    ? given.toLowerCase()
    : keyValue(spec, given)?.toString();
  if (id === undefined) return failed(notFound(spec.label));
  const precondition = readPrecondition(request.raw.headers);
  if (!precondition.ok) return precondition;
  const { value } = precondition;
  return ok(value === undefined ? { id } : { id, precondition: value });
}

/** Reads the query of a request; cut from the text of the URL, because `new URL` throws if the Host header is absurd. */
export function searchParams(url: string): Outcome<URLSearchParams> {
  const [target = ""] = url.split("#", 1);
  const start = target.indexOf("?");
  const query = start === -1 ? "" : target.slice(start + 1);
  try {
    decodeURIComponent(query);
  } catch {
    return failed(badRequest("The query is not valid percent-encoded UTF-8."));
  }
  return ok(new URLSearchParams(query));
}

function replyResponse(reply: EntityReply<unknown>): Response {
  if (!reply.ok) return errorResponse(reply.problem, tagOf(reply));
  return reply.version === undefined
    ? jsonResponse(reply.value)
    : entityResponse(reply.value, reply.version);
}

/** Answers a GET with less where the client knows what it would get, or wants something else. */
function conditionalResponse(
  spec: EntitySpec,
  reply: EntityReply<unknown>,
  precondition: Precondition,
): Response {
  const { version } = reply;
  if (!reply.ok || version === undefined) return replyResponse(reply);
  if (!isMatched(precondition, version)) {
    const detail =
      `The ETag of the ${spec.label} is not among those of If-Match.`;
    return errorResponse(preconditionFailed(detail), tagOf(reply));
  }
  return isUnknown(precondition, version)
    ? replyResponse(reply)
    : notModifiedResponse(tagOf(reply));
}

function tagOf(
  { version }: EntityReply<unknown>,
): Readonly<Record<string, string>> | undefined {
  return version === undefined ? undefined : { etag: entityTag(version) };
}

const MOUNT: Readonly<
  Record<Operation, (api: Api, options: EntityRoutesOptions) => void>
> = {
  list: mountList,
  get: mountGet,
  create: mountCreate,
  replace: mountReplace,
  patch: mountPatch,
  delete: mountDelete,
};

const PATCH_MEDIA_TYPES = ["application/json", "application/merge-patch+json"];
