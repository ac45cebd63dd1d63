/**
 * The routes of one entity: from HTTP to an {@link EntityRequest} and back.
 *
 * @module
 */
import { type BodySchema, checkBody } from "./body_schema.ts";
import type {
  EntityReply,
  EntityRequest,
  JsonObject,
} from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { Api, RouteRequest } from "./http_api.ts";
import {
  emptyResponse,
  entityResponse,
  errorResponse,
  jsonResponse,
  notModifiedResponse,
} from "./http_response.ts";
import { type JsonBodyOptions, readJsonBody } from "./json_body.ts";
import { parseListQuery } from "./list_query.ts";
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
} from "./problem.ts";
import type { BodyLimits } from "./read_body.ts";
import { isUuid } from "./uuid7.ts";

/** A standard operation on entities. */
export type Operation =
  | "list"
  | "get"
  | "create"
  | "replace"
  | "patch"
  | "delete";

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
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
  /** The limits of bodies. @default 1 MiB within 10 s */
  readonly bodyLimits?: BodyLimits;
}

/** Adds the routes of an entity to an API. */
export function mountEntity(api: Api, options: EntityRoutesOptions): void {
  for (const operation of options.operations) MOUNT[operation](api, options);
  for (const action of options.actions ?? []) mountAction(api, options, action);
}

function mountList(api: Api, { spec, send }: EntityRoutesOptions): void {
  api.route("GET", spec.path, async ({ raw }) => {
    const params = searchParams(raw.url);
    if (!params.ok) return errorResponse(params.problem);
    const query = parseListQuery(spec, params.value);
    if (!query.ok) return errorResponse(query.problem);
    return replyResponse(await send({ operation: "list", query: query.value }));
  });
}

function mountGet(api: Api, { spec, send }: EntityRoutesOptions): void {
  api.route("GET", `${spec.path}/{id}`, (request) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const { id, precondition } = target.value;
    const reply = send({ operation: "get", id });
    if (precondition === undefined) return reply.then(replyResponse);
    return reply.then((reply) =>
      conditionalResponse(spec, reply, precondition)
    );
  });
}

function mountCreate(api: Api, options: EntityRoutesOptions): void {
  const { spec, send } = options;
  const read = bodyReader(options, "createSchema");
  api.route("POST", spec.path, async ({ raw }) => {
    const body = await read(raw);
    if (!body.ok) return errorResponse(body.problem);
    const reply = await send({ operation: "create", body: body.value });
    if (!reply.ok) return errorResponse(reply.problem);
    const { id } = reply.value as Entity; // a creation is answered with the entity
    const headers = { location: `${spec.path}/${id}`, ...tagOf(reply) };
    return jsonResponse(reply.value, 201, headers);
  });
}

function mountReplace(api: Api, options: EntityRoutesOptions): void {
  const { spec, send } = options;
  const read = bodyReader(options, "replaceSchema");
  api.route("PUT", `${spec.path}/{id}`, async (request) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const body = await read(request.raw);
    if (!body.ok) return errorResponse(body.problem);
    return replyResponse(
      await send({ operation: "replace", ...target.value, body: body.value }),
    );
  });
}

function mountPatch(api: Api, options: EntityRoutesOptions): void {
  const { spec, send } = options;
  const read = bodyReader(options, "patchSchema", PATCH_MEDIA_TYPES);
  api.route("PATCH", `${spec.path}/{id}`, async (request) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const body = await read(request.raw);
    if (!body.ok) return errorResponse(body.problem);
    return replyResponse(
      await send({ operation: "patch", ...target.value, body: body.value }),
    );
  });
}

function mountDelete(api: Api, { spec, send }: EntityRoutesOptions): void {
  api.route("DELETE", `${spec.path}/{id}`, async (request) => {
    const target = targetOf(spec, request);
    if (!target.ok) return errorResponse(target.problem);
    const reply = await send({ operation: "delete", ...target.value });
    return reply.ok
      ? emptyResponse()
      : errorResponse(reply.problem, tagOf(reply));
  });
}

function mountAction(
  api: Api,
  { spec, send, bodyLimits }: EntityRoutesOptions,
  action: string,
): void {
  api.route("POST", `${spec.path}/{id}/${action}`, async (request) => {
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
  return async (request) => {
    const body = await readJsonBody(request, bodyOptions);
    return body.ok ? checkBody(schema, body.value) : body;
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
  const id = given.toLowerCase();
  const isKey = spec.key !== undefined && KEY.test(id);
  if (!isUuid(id) && !isKey) return failed(notFound(spec.label));
  const precondition = readPrecondition(request.raw.headers);
  if (!precondition.ok) return precondition;
  const { value } = precondition;
  return ok(value === undefined ? { id } : { id, precondition: value });
}

/** Cut from the text of the URL, because `new URL` throws if the Host header is absurd. */
function searchParams(url: string): Outcome<URLSearchParams> {
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

const KEY = /^[a-z0-9-]{1,200}$/;
const PATCH_MEDIA_TYPES = ["application/json", "application/merge-patch+json"];
