/**
 * What changes the entities of a resource: creating, replacing, patching, deleting, and actions.
 *
 * @module
 */
import type { BodySchema } from "./body_schema.ts";
import { inClientNames } from "./client_names.ts";
import type { EntityWish, JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { Handler } from "./http_api.ts";
import { emptyResponse, errorResponse } from "./http_response.ts";
import { type Precondition, readPrecondition } from "./precondition.ts";
import { failed, ok, type Outcome } from "./problem.ts";
import { entityAnswer } from "./resource_answer.ts";
import { readResourceBody, type ResourceBodyOptions } from "./resource_body.ts";
import type { Permit } from "./resource_guard.ts";
import {
  keyed,
  located,
  placed,
  type ResourceOptions,
  send,
} from "./resource_request.ts";
import { unseen } from "./resource_sight.ts";

/** Creates one, within what the path names. */
export function creating(
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

/** Changes one, whole or in part. */
export function changing(
  options: ResourceOptions,
  operation: "replace" | "patch",
  schema: BodySchema,
  status?: number,
): Handler {
  return located(options, operation, async ({ raw }, place) => {
    const { permit, parent, found } = place;
    const { id } = found.entity;
    const absent = unseen(options, permit, found);
    if (absent) return errorResponse(absent);
    const condition = conditionOf(raw);
    if (!condition.ok) return errorResponse(condition.problem);
    const body = await readBody(raw, options, { schema, parent });
    if (!body.ok) return errorResponse(body.problem);
    const wish = { operation, id, body: body.value, ...condition.value };
    return await changed(options, permit, wish, status);
  });
}

/** Deletes one. */
export function deleting(options: ResourceOptions): Handler {
  return located(options, "delete", async ({ raw }, { permit, found }) => {
    const absent = unseen(options, permit, found);
    if (absent) return errorResponse(absent);
    const condition = conditionOf(raw);
    if (!condition.ok) return errorResponse(condition.problem);
    const { id } = found.entity;
    const wish = { operation: "delete", id, ...condition.value } as const;
    const reply = await send(options, permit, wish);
    return reply.ok ? emptyResponse() : errorResponse(reply.problem);
  });
}

/** Carries out an action on one. */
export function acting(common: ResourceOptions, action: string): Handler {
  return located(
    common,
    action,
    keyed(common, async (options, { raw }, { permit, found }) => {
      const absent = unseen(options, permit, found);
      if (absent) return errorResponse(absent);
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

async function readBody(
  request: Request,
  options: ResourceOptions,
  within: BodyPlace,
): Promise<Outcome<JsonObject>> {
  const body = await readResourceBody(request, bodyOptions(options, within));
  return body.ok
    ? await withKnownReferences(request, options, body.value)
    : body;
}

/** Says how the body of one is read: what the path says of it is none of its fields. */
export function bodyOptions(
  { resource, shape }: ResourceOptions,
  { schema, parent }: BodyPlace,
): ResourceBodyOptions {
  const { name, shows, entity } = resource;
  const field = resource.parent?.field;
  // What the server sets is no better known to clients than what is not there at all.
  const passesOver = shape.unknownFields === "ignore";
  // A file is sent by a request of its own.
  const files = Object.values(shows).flatMap((shown) =>
    typeof shown !== "string" && shown.kind === "file" ? [shown.field] : []
  );
  return {
    shape,
    name,
    shows,
    schema,
    accepts: Object.keys(entity.fields).filter((name) =>
      name !== field && !files.includes(name) &&
      !(passesOver && entity.fields[name]?.readOnly)
    ),
    mediaTypes: MEDIA_TYPES,
    key: resource.key,
    given: field === undefined || parent === undefined
      ? undefined
      : { [field]: parent.id },
  };
}

/** Refuses a body that refers to what whoever sends it may not know of. */
export async function withKnownReferences(
  request: Request,
  { resource, shape, checkReferences }: ResourceOptions,
  body: JsonObject,
): Promise<Outcome<JsonObject>> {
  if (checkReferences === undefined) return ok(body);
  const checked = await checkReferences(request, body);
  return checked.ok ? checked : failed(
    inClientNames(checked.problem, resource.shows, shape.naming),
  );
}

/** What a body is to be, and what it is part of. */
export interface BodyPlace {
  /** The shape that is wanted. */
  readonly schema: BodySchema;
  /** What the path says that it is part of. */
  readonly parent?: Entity;
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

const MEDIA_TYPES = ["application/json", "application/merge-patch+json"];
