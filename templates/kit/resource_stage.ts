/**
 * What trials of a resource do again and again: make entities, find their paths, call as somebody who may.
 *
 * @module
 */
import { clientName } from "./client_names.ts";
import assert from "node:assert/strict";
import type { JsonObject, Page } from "./entity_request.ts";
import type { Operation } from "./entity_routes.ts";
import { type Entity, uniqueSets, valueOf } from "./entity_spec.ts";
import { expectValue } from "./expect_outcome.ts";
import type { FieldFilter } from "./list_query.ts";
import type { ResourceSpec, Sources } from "./resource_spec.ts";
import type {
  ResourceSubject,
  Stage,
  TrialOperation,
  TrialSystem,
} from "./resource_subject.ts";
import { type ApiClient, type ApiResponse, textInit } from "./testing.ts";

/** Somebody who calls. */
export interface Caller {
  /** The API as they see it. */
  readonly client: ApiClient;
  /** Who they are; undefined for nobody. */
  readonly id: string | undefined;
}

/** Gives the declaration of an operation; undefined when the resource has none, or nobody may. */
export function operationOf(
  { operations }: ResourceSubject,
  operation: Operation,
): TrialOperation | undefined {
  return operations.find((one) => one.operation === operation && !one.closed);
}

/** Calls as somebody who may carry out an operation, on an entity if one is given. */
export async function callerFor(
  { subject, system }: Stage,
  { role }: { readonly role?: string },
  made?: Entity,
): Promise<Caller> {
  const isSelf = made !== undefined && role === undefined &&
    subject.resource.entity.name === subject.users;
  const id = isSelf
    ? made.id
    : (await system.actor?.(role ?? subject.role))?.id;
  return { client: system.as(id), id };
}

/** Makes an entity of the resource, with all it is part of; of tenants there is the one that samples belong to. */
export async function makeOne(
  { subject: { resource }, system }: Stage,
  values: JsonObject = {},
): Promise<Entity> {
  const { name } = resource.entity;
  const { tenants } = system.sight ?? {};
  if (name !== tenants?.entity) return await makerOf(system, name)(values);
  const { id } = await tenants.home();
  const ask = system.sources[name];
  assert.ok(ask, `found nothing that knows "${name}"`);
  const changed = await ask({ operation: "patch", id, body: values });
  return expectValue(changed) as Entity; // a change is answered with the entity
}

/** Makes another one that is part of the same; where nothing may be there twice, it belongs to somebody else. */
export async function makeSibling(
  stage: Stage,
  first: Entity,
  values: JsonObject = {},
): Promise<Entity> {
  const { subject: { resource, owner, users }, system } = stage;
  const { name } = resource.entity;
  if (name === system.sight?.tenants?.entity) {
    return await makerOf(system, name)(values);
  }
  const parent = resource.parent?.field;
  const shared = parent === undefined
    ? {}
    : { [parent]: valueOf(first, parent) };
  const isTaken = uniqueSets(resource.entity).some((fields) =>
    owner !== undefined && fields.includes(owner) &&
    fields.every((field) => field === owner || field === parent)
  );
  const other = isTaken && owner !== undefined && users !== undefined
    ? { [owner]: (await makerOf(system, users)()).id }
    : {};
  return await makeOne(stage, { ...shared, ...other, ...values });
}

/** Finds how to make an entity. */
export function makerOf(
  { make }: TrialSystem,
  entity: string,
): (values?: JsonObject) => Promise<Entity> {
  const maker = make[entity];
  assert.ok(maker, `found nothing that makes "${entity}"`);
  return maker;
}

/** Makes the body of an entity that is created with the given one's parents, in the names that clients use. */
export async function bodyOf(
  { subject, system }: Stage,
  values: JsonObject = {},
): Promise<JsonObject> {
  const body = await system.bodies[subject.resource.entity.name]?.() ?? {};
  return clientBody(subject, { ...body, ...values });
}

/** Renames the fields of a body as clients know them, without what the path says. */
export function clientBody(
  { resource: { shows, parent }, shape }: ResourceSubject,
  body: JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([field]) => field !== parent?.field)
      .map(([field, value]) => [clientName(shows, field, shape.naming), value]),
  );
}

/** Puts a body under its name where the API wants it there. */
export function sent(
  { shape, resource }: Pick<ResourceSubject, "shape" | "resource">,
  body: unknown,
): unknown {
  return shape.envelope ? { [resource.name]: body } : body;
}

/** Takes what an answer shows out of its envelope, which must have nothing else. */
export function shownIn(
  { shape, resource }: Pick<ResourceSubject, "shape" | "resource">,
  { body }: ApiResponse<unknown>,
): JsonObject {
  if (!shape.envelope) return body as JsonObject; // what it is compared with is the check
  const members = body as Readonly<Record<string, JsonObject>>; // likewise
  assert.deepEqual(Object.keys(members ?? {}), [resource.name]);
  return members[resource.name] ?? {};
}

/** Sends a body by whatever method; without one if it is undefined. */
export async function call(
  client: ApiClient,
  method: string,
  path: string,
  body?: unknown,
): Promise<ApiResponse<unknown>> {
  return await client.send(
    path,
    body === undefined ? { method } : textInit(method, JSON.stringify(body)),
  );
}

/** The path of the collection that an entity is in. */
export async function collectionOf(
  { resource, sources }: { resource: ResourceSpec; sources: Sources },
  entity: Entity,
): Promise<string> {
  const { parent, path } = resource;
  if (parent === undefined) return path;
  const above = await read(
    sources,
    parent.resource.entity.name,
    String(valueOf(entity, parent.field)),
  );
  assert.ok(above, "found no parent");
  const own = path.slice(
    `${parent.resource.path}/{${parent.resource.param}}`.length,
  );
  return await pathIn({ resource: parent.resource, sources }, above) + own;
}

/** The path of the collection that an entity of the resource on trial is in. */
export function collection(
  { subject: { resource }, system: { sources } }: Stage,
  entity: Entity,
): Promise<string> {
  return collectionOf({ resource, sources }, entity);
}

/** The path of an entity of the resource on trial. */
export function pathTo(
  { subject: { resource }, system: { sources } }: Stage,
  entity: Entity,
): Promise<string> {
  return pathIn({ resource, sources }, entity);
}

/** The path of an entity in a resource. */
export async function pathIn(
  where: { resource: ResourceSpec; sources: Sources },
  entity: Entity,
): Promise<string> {
  const key = encodeURIComponent(String(valueOf(entity, where.resource.key)));
  return `${await collectionOf(where, entity)}/${key}`;
}

/** Reads an entity past all rules; undefined when it is gone. */
export async function read(
  sources: Sources,
  entity: string,
  id: string,
): Promise<Entity | undefined> {
  const reply = await sources[entity]?.({ operation: "get", id });
  return reply?.ok ? reply.value as Entity : undefined; // what a get is answered with
}

/** Reads the entity of the resource on trial with this id. */
export function stored(
  { subject: { resource }, system: { sources } }: Stage,
  id: string,
): Promise<Entity | undefined> {
  return read(sources, resource.entity.name, id);
}

/** Reads all entities that filters let through, past all rules, oldest first. */
export async function readAll(
  sources: Sources,
  entity: string,
  filters: readonly FieldFilter[],
): Promise<readonly Entity[]> {
  const ask = sources[entity];
  assert.ok(ask, `found nothing that knows "${entity}"`);
  const query = { limit: 200, sort: [], filters };
  const page = expectValue(await ask({ operation: "list", query }));
  return (page as Page<Entity>).items; // what a list is answered with
}

/** Changes an entity in its store, past all rules. */
export async function putState(
  { system }: Stage,
  kind: string,
  id: string,
  fields: JsonObject,
): Promise<void> {
  const store = system.stores?.[kind];
  assert.ok(store, `found no store of "${kind}"`);
  const found = await store.execute({ kind: "get", id });
  if (found.kind !== "entity") throw new Error(`Cannot find it: ${found.kind}`);
  const entity = { ...found.entity, ...fields };
  const { version } = found;
  const result = await store.execute({ kind: "update", entity, version });
  if (result.kind !== "entity") {
    throw new Error(`Cannot put it into its store: ${result.kind}`);
  }
}

/** Somebody who tries. */
export interface Intruder {
  /** Nobody who is signed in, whom the entity belongs to, or somebody else. */
  readonly kind: "nobody" | "owner" | "other";
  /** Their role. @default the one that users begin with */
  readonly role?: string;
}

/** The id of somebody who tries something with an entity; undefined for nobody. */
export async function idOf(
  { subject, system }: Stage,
  { kind, role }: Intruder,
  entity: Entity,
): Promise<string | undefined> {
  const { owner, users = "", resource } = subject;
  if (kind === "nobody") return undefined;
  if (kind === "owner" && resource.entity.name === users) return entity.id;
  if (kind === "owner" && owner !== undefined) {
    return String(valueOf(entity, owner));
  }
  const values = role === undefined ? {} : { role };
  return (await makerOf(system, users)(values)).id;
}
