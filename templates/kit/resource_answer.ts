/**
 * Answers of a resource: entities as clients see them, in the shape that the API has.
 *
 * @module
 */
import type { Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { jsonResponse } from "./http_response.ts";
import { pageNames } from "./page_names.ts";
import { entityTag } from "./precondition.ts";
import { present } from "./present.ts";
import type { Permit } from "./resource_guard.ts";
import type { Found } from "./resource_lookup.ts";
import type { ResourceOptions } from "./resource_request.ts";
import type { ApiShape, ResourceSpec, Shows } from "./resource_spec.ts";

/** Answers with one entity as clients see it. */
export async function entityAnswer(
  { resource, shape, sources, guards }: ResourceOptions,
  { viewer }: Permit,
  { entity, version }: Found,
  { status = 200, headers }: AnswerOptions = {},
): Promise<Response> {
  const showing = { sources, guards, viewer };
  const [shown = {}] = await present(resource.shows, [entity], showing);
  return jsonResponse(enveloped(shape, resource.name, shown), status, {
    ...tagOf(resource, version),
    ...headers,
  });
}

/** How an answer differs from the usual one. */
export interface AnswerOptions {
  /** Its status. @default 200 */
  readonly status?: number;
  /** Headers to add. @default none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers with a page of entities as clients see them. */
export async function pageAnswer(
  { resource, sources, guards, shape }: ResourceOptions,
  { viewer }: Permit,
  { items, nextCursor, total }: Page<Entity>,
): Promise<Response> {
  const showing = { sources, guards, viewer };
  const shown = await present(listShows(resource), items, showing);
  const names = pageNames(shape, resource.plural);
  return jsonResponse({
    [names.items]: shown,
    [names.beside]: shape.paging.style === "cursor" ? nextCursor : total,
  });
}

/** Gives what clients see in lists: what they see of one, but for what lists leave out. */
export function listShows(
  { shows, listsOmit }: Pick<ResourceSpec, "shows" | "listsOmit">,
): Shows {
  if (listsOmit === undefined) return shows;
  const left = Object.entries(shows).filter(([name]) =>
    !listsOmit.includes(name)
  );
  return Object.fromEntries(left);
}

/** Puts what is answered under its name where the API does so. */
export function enveloped(
  { envelope }: ApiShape,
  name: string,
  value: unknown,
): unknown {
  return envelope ? { [name]: value } : value;
}

/** Gives the tag of an answer, where it has one. */
export function tagOf(
  resource: ResourceSpec,
  version: number | undefined,
): Readonly<Record<string, string>> {
  return isTagged(resource) && version !== undefined
    ? { etag: entityTag(version) }
    : {};
}

/** Whether answers have a tag: only what is all its own changes with the entity and with nothing else. */
export function isTagged({ shows, parent }: ResourceSpec): boolean {
  return Object.values(shows).every((shown) =>
    typeof shown === "string" || shown.kind === "link" ||
    shown.kind === "file" && parent === undefined
  );
}
