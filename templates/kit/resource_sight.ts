/**
 * What there is for whoever asks: what they do not see is not there, whatever leads to it.
 *
 * @module
 */
import type { Viewer } from "./access_rule.ts";
import type { Grant, Page } from "./entity_request.ts";
import { type Entity, fieldOf } from "./entity_spec.ts";
import { parseFieldValue } from "./field_value.ts";
import type { FieldFilter, FilterValue } from "./list_query.ts";
import { notFound, ok, type Outcome, type Problem } from "./problem.ts";
import type { Permit, ResourceGuard } from "./resource_guard.ts";
import { type Found, labelOf } from "./resource_lookup.ts";
import type { ResourceFilter, ResourceSpec, Sources } from "./resource_spec.ts";
import { isStorable } from "./text_order.ts";

/** What finding out what somebody sees needs. */
export interface Sight {
  /** The controllers. */
  readonly sources: Sources;
  /** Stands before each entity, by its name. @default everybody sees everything */
  readonly guards?: Readonly<Record<string, Pick<ResourceGuard, "sight">>>;
  /** Who asks. @default nobody */
  readonly viewer?: Viewer;
}

/** Finds what of an entity's kind there is for whoever asks; undefined where all of it is. */
export function sightOf(
  { guards, viewer }: Pick<Sight, "guards" | "viewer">,
  entity: string,
): Grant | undefined {
  return guards && Object.hasOwn(guards, entity)
    ? guards[entity]?.sight(viewer)
    : undefined;
}

/**
 * Makes filters that find nothing, one for each parameter that names what whoever asks does not see: what it leads to
 * would tell of it.
 */
export async function unseenFilters(
  { filters = {} }: ResourceSpec,
  params: URLSearchParams,
  sight: Sight,
): Promise<Outcome<readonly FieldFilter[]>> {
  const found: FieldFilter[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    const texts = [...new Set(params.getAll(name))];
    if (filter.kind === "field" || texts.length === 0) continue;
    const seen = await seesAll(filter, texts, sight);
    if (!seen.ok) return seen;
    if (!seen.value) found.push({ field: "id", anyOf: [] });
  }
  return ok(found);
}

/** Whether somebody sees everything that is named; what is no value of the field names nothing. */
async function seesAll(
  { of, by }: Exclude<ResourceFilter, { kind: "field" }>,
  texts: readonly string[],
  sight: Sight,
): Promise<Outcome<boolean>> {
  const grant = sightOf(sight, of.name);
  const ask = sight.sources[of.name];
  const field = fieldOf(of, by);
  if (grant === undefined || ask === undefined || field === undefined) {
    return ok(true);
  }
  if (texts.length > MOST) return ok(false);
  const anyOf: FilterValue[] = [];
  for (const text of texts) {
    const value = isStorable(text) ? parseFieldValue(field, text) : undefined;
    if (value === undefined || value === null) return ok(false);
    anyOf.push(value);
  }
  const query = {
    limit: anyOf.length,
    sort: [],
    filters: [{ field: by, anyOf }],
  };
  const reply = await ask({ operation: "list", query, grant });
  if (!reply.ok) return reply;
  const { items } = reply.value as Page<Entity>; // a list is answered with a page
  return ok(items.length === anyOf.length);
}

/** Says that there is no such entity, where there is none for whoever asks: before anything else is said of the request. */
export function unseen(
  { resource, guards }: {
    readonly resource: ResourceSpec;
    readonly guards: Readonly<Record<string, ResourceGuard>>;
  },
  permit: Permit,
  found: Found,
): Problem | undefined {
  const { entity } = resource;
  const refused = guards[entity.name]?.refusal(permit, entity, found.entity);
  return refused?.status === 404 ? notFound(labelOf(resource)) : undefined;
}

/** More than anybody names at once. */
const MOST = 20;
