/**
 * Finds what the path of a request names: the entity, and what it is part of.
 *
 * @module
 */
import type { EntityReply, Grant, MaybeFresh, Page } from "./entity_request.ts";
import { type Entity, fieldOf, valueOf } from "./entity_spec.ts";
import { parseFieldValue } from "./field_value.ts";
import type { RouteRequest } from "./http_api.ts";
import type { ListQuery } from "./list_query.ts";
import { failed, notFound, ok, type Outcome, type Problem } from "./problem.ts";
import type { ResourceGuard } from "./resource_guard.ts";
import type { Ask, ResourceSpec, Sources } from "./resource_spec.ts";
import { isStorable } from "./text_order.ts";
import { isUuid } from "./uuid7.ts";

/** An entity that was found, and the count of its changes where it is known. */
export interface Found {
  /** The entity. */
  readonly entity: Entity;
  /** How often it was changed. */
  readonly version?: number;
}

/** What finding needs. */
export interface Lookup {
  /** The controllers. */
  readonly sources: Sources;
  /** Stands before each entity, by its name. */
  readonly guards: Readonly<Record<string, ResourceGuard>>;
}

/** Finds what a nested resource is part of; undefined where it is part of nothing. What may not be read does not exist. */
export async function findParent(
  { parent }: ResourceSpec,
  request: RouteRequest,
  lookup: Lookup,
): Promise<Outcome<Entity | undefined>> {
  if (parent === undefined) return ok(undefined);
  const { resource } = parent;
  const above = await findParent(resource, request, lookup);
  if (!above.ok) return above;
  const permit = await lookup.guards[resource.entity.name]
    ?.decide(request.raw, "get");
  const absent = failed(notFound(labelOf(resource)));
  if (permit && !permit.ok) return absent;
  const found = await find(resource, request, lookup, {
    parent: above.value,
    grant: permit?.value.grant,
  });
  return found.ok ? ok(found.value.entity) : found;
}

/** Finds the entity that the last key of the path names, within its parent. */
export async function find(
  resource: ResourceSpec,
  request: RouteRequest,
  { sources }: Lookup,
  within: {
    readonly parent?: Entity;
    readonly grant?: Grant;
    /** Whether a write depends on it. @default false */
    readonly fresh?: boolean;
  },
): Promise<Outcome<Found>> {
  const { entity: spec, key, parent } = resource;
  const absent = failed(notFound(labelOf(resource)));
  const ask = sources[spec.name];
  const text = request.param(resource.param) ?? "";
  if (ask === undefined || text.length > MAX_KEY || !isStorable(text)) {
    return absent;
  }
  const { grant, fresh } = within;
  const asked = fresh ? { grant, fresh } : { grant };
  const found = key === "id"
    ? await byId(ask, text.toLowerCase(), asked)
    : await byKey(ask, resource, text, asked);
  // What cannot be looked for now may be there.
  if (found && !found.ok && found.problem.status >= 500) return found;
  if (!found?.ok || found.value === null) return absent;
  const entity = found.value;
  const isWithin = parent === undefined ||
    valueOf(entity, parent.field) === within.parent?.id;
  return isWithin ? ok({ entity, version: found.version }) : absent;
}

/** What clients know it as: a user may be a profile to them. */
export function labelOf({ name }: ResourceSpec): string {
  return name.replaceAll("_", " ").replace(
    /[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );
}

async function byId(
  ask: Ask,
  id: string,
  asked: Asked,
): Promise<FoundReply> {
  if (!isUuid(id)) return undefined;
  const reply = await ask({ operation: "get", id, ...asked });
  return reply as EntityReply<Entity> & FoundReply; // a get is answered with the entity
}

async function byKey(
  ask: Ask,
  { entity: spec, key }: ResourceSpec,
  text: string,
  asked: Asked,
): Promise<FoundReply> {
  const field = fieldOf(spec, key);
  const value = field && parseFieldValue(field, text);
  if (value === undefined || value === null) return undefined;
  const query: ListQuery = {
    limit: 1,
    sort: [],
    filters: [{ field: key, value }],
  };
  const reply = await ask({ operation: "list", query, ...asked });
  if (!reply.ok) return reply;
  const [entity] = (reply.value as Page<Entity>).items; // a list is answered with a page
  return entity && { ok: true, value: entity };
}

type Asked = { readonly grant?: Grant } & MaybeFresh;

type FoundReply =
  | { readonly ok: true; readonly value: Entity; readonly version?: number }
  | { readonly ok: false; readonly problem: Problem }
  | undefined;

/** No key is longer. */
const MAX_KEY = 320;
