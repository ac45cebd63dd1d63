/**
 * The routes of files that belong to entities: `PUT`, `GET` and `DELETE` on `/products/{id}/photo`.
 *
 * @module
 */
import type { EntityReply, EntityRequest, Grant } from "./entity_request.ts";
import type { EntityGuard } from "./entity_routes.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import { keyValue } from "./entity_key.ts";
import { fileName, type FileStore, type Refusal } from "./file_store.ts";
import { fileResponse } from "./file_response.ts";
import { beginsAs, clientFileName, mediaTypeOf } from "./file_type.ts";
import type { Api, Handler, RouteRequest } from "./http_api.ts";
import { emptyResponse, errorResponse, jsonResponse } from "./http_response.ts";
import {
  entityTag,
  type Precondition,
  readPrecondition,
  unmetCondition,
} from "./precondition.ts";
import {
  conflict,
  failed,
  notFound,
  ok,
  type Outcome,
  type Problem,
  problem,
} from "./problem.ts";
import type { FileRule, StoredFile } from "./stored_file.ts";
import { isUuid, uuid7 } from "./uuid7.ts";

/** What {@link mountFiles} needs. */
export interface FileRoutesOptions {
  /** The entity. */
  readonly spec: EntitySpec;
  /** Its fields that are files. */
  readonly fields: Readonly<Record<string, FileRule>>;
  /** Where files are kept. */
  readonly files: FileStore;
  /** Hands a request to the controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
  /** Decides who may do what: who gets the entity may read its files, who patches it may change them. @default everyone may */
  readonly guard?: EntityGuard;
}

/** Adds the routes of an entity's files to an API. */
export function mountFiles(api: Api, options: FileRoutesOptions): void {
  for (const [field, rule] of Object.entries(options.fields)) {
    const path = `${options.spec.path}/{id}/${field}`;
    const at = { ...options, field };
    api.route("GET", path, guarded(at, "get", readFile));
    api.route("PUT", path, guarded(at, "patch", putFile(rule)));
    api.route("DELETE", path, guarded(at, "patch", dropFile));
  }
}

/** Entities that have files. */
export interface SweptEntity {
  /** Hands a request to the controller. */
  readonly send: FileRoutesOptions["send"];
  /** Whether those that are deleted can be restored: their files are kept. @default false */
  readonly softDelete?: boolean;
}

/**
 * Removes what a crash left: parts of files, and files that no entity has; `shared` spares what is younger than an hour,
 * which other processes may be about to keep.
 */
export async function sweepFiles(
  files: FileStore,
  entities: Readonly<Record<string, SweptEntity>>,
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<void> {
  await files.sweep(async (name) => {
    const [entity = "", id = "", field = "", fileId = ""] = name.split(".");
    const swept = Object.hasOwn(entities, entity)
      ? entities[entity]
      : undefined;
    if (swept === undefined) return false;
    // What cannot be looked up now is kept.
    const found = await swept.send({ operation: "get", id }).catch(() => null);
    if (found === null) return true;
    if (found.ok) return fileOf(found.value as Entity, field)?.id === fileId;
    return swept.softDelete === true || found.problem.status !== 404;
  }, shared ? HOUR_MS : 0);
}

/** Sends deletions on, and removes the files of what was deleted after that. */
export function removingFiles(
  { spec, fields, files, send }: FileRoutesOptions,
): FileRoutesOptions["send"] {
  return async (request) => {
    const ids = deletedBy(request);
    if (ids.length === 0) return await send(request);
    const { grant } = request;
    const before = await Promise.all(
      ids.map((id) =>
        send({ operation: "get", id, ...(grant ? { grant } : {}) })
      ),
    );
    const reply = await send(request);
    if (!reply.ok) return reply;
    for (const found of before) {
      if (!found.ok) continue;
      const entity = found.value as Entity; // a get is answered with the entity
      for (const field of Object.keys(fields)) {
        const file = fileOf(entity, field);
        if (file) await files.remove(nameOf(spec, entity, field, file));
      }
    }
    return reply;
  };
}

/** What a request deletes, alone or among several. */
function deletedBy(request: EntityRequest): readonly string[] {
  if (request.operation === "delete") return [request.id];
  return request.operation === "bulk"
    ? request.wishes.flatMap((wish) =>
      wish.operation === "delete" ? [wish.id] : []
    )
    : [];
}

/** The place of a file. */
export interface FilePlace extends FileRoutesOptions {
  /** The field that it is in. */
  readonly field: string;
  /** What clients know it as. @default the field */
  readonly called?: string;
  /** Answers with what is known of a file that was sent. @default with that as it is kept */
  readonly answer?: (file: StoredFile) => Promise<Response>;
}

/** What somebody wants of a file. */
export interface FileWish {
  /** The request. */
  readonly request: RouteRequest;
  /** The id of the entity, or its key. */
  readonly id: string;
  /** What must hold of the entity. @default nothing */
  readonly precondition?: Precondition;
  /** What whoever asks may do. @default everything */
  readonly grant?: Grant;
}

/** Does what somebody wants of a file, and answers them. */
export type FileAnswer = (
  place: FilePlace,
  wish: FileWish,
) => Promise<Response>;

/** Sends a file to whoever asks. */
export async function readFile(
  place: FilePlace,
  wish: FileWish,
): Promise<Response> {
  const found = await current(place, wish);
  if (!found.ok) return errorResponse(found.problem);
  const { entity } = found.value;
  const stored = fileOf(entity, place.field);
  const file = stored &&
    await place.files.open(nameOf(place.spec, entity, place.field, stored));
  return stored && file
    ? fileResponse(wish.request.raw, stored, file)
    : errorResponse(notFound(place.called ?? place.field));
}

/** Makes what takes a file that may be so, in the place of the one before. */
export function putFile(rule: FileRule): FileAnswer {
  return async (place, wish) => {
    const { headers, body } = wish.request.raw;
    // Whoever may not change it, or wants to change another state of it, need not send it all.
    const before = await current(place, wish, wish.precondition);
    if (!before.ok) return errorResponse(before.problem, tagOf(before));
    const type = mediaTypeOf(headers, rule.accept);
    if (!type.ok) return errorResponse(type.problem);
    if (Number(headers.get("content-length")) > rule.maxBytes) {
      return errorResponse(refused("too large", rule));
    }
    const received = await place.files.receive(body, rule);
    if (typeof received === "string") {
      return errorResponse(refused(received, rule));
    }
    try {
      if (!beginsAs(type.value, received.head)) {
        const detail = `The file does not begin as one of ${type.value} does.`;
        return errorResponse(problem(415, detail));
      }
      const { id } = before.value.entity;
      const { size, sha256 } = received;
      const file: StoredFile = {
        id: uuid7(),
        name: clientFileName(headers, place.field),
        type: type.value,
        size,
        sha256,
        url: `${place.spec.path}/${id}/${place.field}`,
      };
      const name = nameOf(place.spec, { id }, place.field, file);
      await received.keep(name);
      const changed = await attach(place, wish, file);
      if (!changed.ok) await place.files.remove(name);
      if (!changed.ok) return errorResponse(changed.problem, tagOf(changed));
      return await place.answer?.(file) ?? jsonResponse(file, 200);
    } finally {
      await received.discard();
    }
  };
}

/** Removes a file. */
export async function dropFile(
  place: FilePlace,
  wish: FileWish,
): Promise<Response> {
  const changed = await attach(place, wish, null);
  return changed.ok
    ? emptyResponse()
    : errorResponse(changed.problem, tagOf(changed));
}

/** Puts a file, or none, in the place of another, which is removed when that is done and only then. */
async function attach(
  place: FilePlace,
  wish: FileWish,
  file: StoredFile | null,
): Promise<Tagged<null>> {
  const { spec, field, files, send, called = field } = place;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const found = await current(place, wish, wish.precondition);
    if (!found.ok) return found;
    const { entity, version } = found.value;
    const before = fileOf(entity, field);
    if (file === null && before === undefined) return failed(notFound(called));
    const reply = await send({
      operation: "attach",
      id: entity.id,
      field,
      file,
      precondition: { match: [entityTag(version)] },
      ...(wish.grant ? { grant: wish.grant } : {}),
    });
    if (reply.ok) {
      if (before) await files.remove(nameOf(spec, entity, field, before));
      return ok(null);
    }
    if (reply.problem.status !== 412) return reply;
  }
  return failed(conflict(`The ${spec.label} is being changed by others.`));
}

/** Reads the entity, as far as the grant goes; the condition holds for what was read. */
async function current(
  { spec, send }: FilePlace,
  { id, grant }: FileWish,
  precondition?: Precondition,
): Promise<Tagged<{ readonly entity: Entity; readonly version: number }>> {
  const found = await send({
    operation: "get",
    id,
    ...(grant ? { grant } : {}),
  });
  if (!found.ok) return found;
  const { version = 0 } = found;
  const unmet = unmetCondition(precondition, version, spec.label);
  // A get is answered with the entity.
  return unmet
    ? { ...failed(unmet), version }
    : ok({ entity: found.value as Entity, version });
}

/** What came of it; a refusal for the version says which it is. */
type Tagged<T> = Outcome<T> & { readonly version?: number };

function tagOf({ version }: Tagged<unknown>): Readonly<Record<string, string>> {
  return version === undefined ? {} : { etag: entityTag(version) };
}

function guarded(
  place: FilePlace,
  operation: string,
  answer: FileAnswer,
): Handler {
  return async (request) => {
    const decision = await place.guard?.decide(request.raw, operation);
    if (decision && !decision.ok) {
      return place.guard?.refuse(request.raw, decision.problem) ??
        errorResponse(decision.problem);
    }
    const given = request.param("id") ?? "";
    const id = isUuid(given)
      ? given.toLowerCase()
      : keyValue(place.spec, given)?.toString();
    if (id === undefined) return errorResponse(notFound(place.spec.label));
    const precondition = readPrecondition(request.raw.headers);
    if (!precondition.ok) return errorResponse(precondition.problem);
    return await answer(place, {
      request,
      id,
      ...(precondition.value ? { precondition: precondition.value } : {}),
      ...(decision ? { grant: decision.value } : {}),
    });
  };
}

function fileOf(entity: Entity, field: string): StoredFile | undefined {
  // What a field of files holds was made here.
  return (valueOf(entity, field) ?? undefined) as StoredFile | undefined;
}

function nameOf(
  spec: EntitySpec,
  { id }: { readonly id: string },
  field: string,
  file: StoredFile,
): string {
  return fileName(spec.name, { id, field }, file.id);
}

function refused(refusal: Refusal, { maxBytes }: FileRule): Problem {
  switch (refusal) {
    case "too large":
      return problem(413, `A file may have at most ${maxBytes} bytes here.`);
    case "too slow":
      return problem(408, "The file took too long to arrive.");
    case "broken off":
      return problem(400, "The file broke off.");
  }
}

const MAX_ATTEMPTS = 20;
const HOUR_MS = 3_600_000;
