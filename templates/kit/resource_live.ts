/**
 * The route of a resource's live updates: what its list shows of whatever changes, in the shape that the API has.
 *
 * @module
 */
import { clientName } from "./client_names.ts";
import { searchParams } from "./entity_routes.ts";
import { type Entity, fieldOf, valueOf } from "./entity_spec.ts";
import { equalityKey, parseFieldValue } from "./field_value.ts";
import type { Api, RouteRequest } from "./http_api.ts";
import { errorResponse } from "./http_response.ts";
import type { FilterValue, ListQuery } from "./list_query.ts";
import type { LiveChange } from "./live_change.ts";
import {
  ELSEWHERE,
  listen,
  type LiveStreams,
  type LiveWish,
  viewerRequest,
} from "./live_routes.ts";
import { isSameOrigin, isUpgrade } from "./live_socket.ts";
import type { LiveNews, LiveSight, LiveTold } from "./live_view.ts";
import { present } from "./present.ts";
import {
  failed,
  type FieldError,
  invalid,
  notFound,
  ok,
  type Outcome,
} from "./problem.ts";
import { enveloped, listShows } from "./resource_answer.ts";
import type { Permit } from "./resource_guard.ts";
import { findParent } from "./resource_lookup.ts";
import { readResourceQuery } from "./resource_query.ts";
import { placed, type ResourceOptions } from "./resource_request.ts";
import { unseenFilters } from "./resource_sight.ts";
import type { ApiShape, ResourceSpec } from "./resource_spec.ts";
import { isStorable } from "./text_order.ts";
import { isUuid } from "./uuid7.ts";

/** What {@link mountResourceLive} needs beside the resource. */
export interface ResourceLiveOptions extends LiveStreams {
  /** The other origins whose pages may open a WebSocket. @default none */
  readonly origins?: readonly string[];
}

/**
 * Adds `GET <path>/live`. It has to be added before `GET <path>/{key}`.
 *
 * Whoever may list may listen, and is told at every event what the list would show them at that moment. What clients
 * know by its key is told as gone by the key that it had; where that is another one now, it comes anew. A stream ends
 * when what its path names is not there any more for whoever listens.
 */
export function mountResourceLive(
  api: Api,
  options: ResourceOptions,
  live: ResourceLiveOptions,
): void {
  const { resource, shape, sources } = options;
  const spec = resource.entity;
  const send = sources[spec.name];
  if (send === undefined) {
    throw new Error(`Cannot tell of "${spec.name}": no source`);
  }
  api.route("GET", `${resource.path}/live`, async (request) => {
    const { raw } = request;
    if (isUpgrade(raw) && !isSameOrigin(raw, live.origins)) {
      return errorResponse(ELSEWHERE);
    }
    const viewer = viewerRequest(raw, shape.scheme);
    const keys = new Map(
      [...resource.path.matchAll(/\{(\w+)\}/g)]
        .map(([, name = ""]) => [name, request.param(name)]),
    );
    // Who somebody is is found out once for each request, so each time it is another.
    const again = (): RouteRequest => ({
      raw: new Request(viewer),
      param: (name) => keys.get(name),
    });
    const begin = placed(options, "list", async (_request, { parent }) => {
      const wish = readWish(options, raw);
      if (!wish.ok) return errorResponse(wish.problem);
      const { query, after, params } = wish.value;
      const look = () => lookAgain(options, again(), { params, parent });
      return await listen(raw, { spec, query, look, send }, {
        ...live,
        ...(after === undefined ? {} : { after }),
      });
    });
    return await begin(again());
  });
}

/** Finds what whoever asks would find in the list now; what the path named has to be there for them, by the same path. */
async function lookAgain(
  options: ResourceOptions,
  request: RouteRequest,
  { params, parent: named }: {
    readonly params: URLSearchParams;
    readonly parent?: Entity;
  },
): Promise<Outcome<LiveSight>> {
  const { resource, guards } = options;
  const guard = guards[resource.entity.name];
  const permit = await guard?.decide(request.raw, "list") ?? ok<Permit>({});
  if (!permit.ok) return permit;
  const parent = await findParent(resource, request, options);
  if (!parent.ok) return parent;
  if (parent.value?.id !== named?.id) return failed(notFound(resource.name));
  const { viewer, grant } = permit.value;
  const unseen = await unseenFilters(resource, params, { ...options, viewer });
  if (!unseen.ok) return unseen;
  const field = resource.parent?.field;
  const within = field !== undefined && parent.value !== undefined
    ? [{ field, value: parent.value.id }]
    : [];
  return ok({
    ...(grant ? { grant } : {}),
    restrict: (query) => {
      const filters = [...query.filters, ...within, ...unseen.value];
      const whole = { ...query, filters };
      return guard?.restrict(permit.value, whole) ?? whole;
    },
    tell: (news, change) => tell(options, permit.value, { news, change }),
  });
}

async function tell(
  { resource, shape, sources, guards }: ResourceOptions,
  { viewer }: Permit,
  { news, change }: { readonly news: LiveNews; readonly change: LiveChange },
): Promise<readonly LiveTold[]> {
  if (news.kind === "deleted") return [goneOf(resource, shape, change)];
  const { kind, entity } = news;
  const showing = { sources, guards, viewer };
  const [shown] = await present(listShows(resource), [entity], showing);
  const data = enveloped(shape, resource.name, shown);
  return kind === "updated" && hasOtherKey(resource, entity, change)
    ? [goneOf(resource, shape, change), { event: "created", data }]
    : [{ event: kind, data }];
}

/** What is not there any more is known by the key that it had; where that is not known, all has to be read again. */
function goneOf(
  resource: ResourceSpec,
  shape: ApiShape,
  change: LiveChange,
): LiveTold {
  const key = keyBefore(resource, change);
  if (key === undefined) return { event: "reset", data: {} };
  const name = clientName(resource.shows, resource.key, shape.naming);
  const data = enveloped(shape, resource.name, { [name]: key });
  return { event: "deleted", data };
}

function hasOtherKey(
  resource: ResourceSpec,
  entity: Entity,
  change: LiveChange,
): boolean {
  const before = keyBefore(resource, change);
  const field = fieldOf(resource.entity, resource.key);
  if (field?.immutable || field?.serial) return false;
  const kind = field?.kind;
  const now = valueOf(entity, resource.key);
  return before === undefined ||
    equalityKey(kind, before) !== equalityKey(kind, now);
}

function keyBefore({ key }: ResourceSpec, { id, before }: LiveChange): unknown {
  return key === "id" ? id : before?.[key] ?? undefined;
}

/** Reads filters and `q` as of the list, keys, and where to go on; a page of them has no meaning here. */
function readWish(
  { resource, shape }: ResourceOptions,
  raw: Request,
): Outcome<LiveWish & { readonly params: URLSearchParams }> {
  const read = searchParams(raw.url);
  if (!read.ok) return read;
  const params = read.value;
  const errors: FieldError[] = [];
  const place = shape.paging.style === "offset" ? "offset" : "cursor";
  for (const path of ["limit", place, "sort"]) {
    if (!params.has(path)) continue;
    errors.push({ path, message: "is not a parameter of live updates" });
  }
  const keys = takeKeys(resource, shape, params, errors);
  const goOn = shape.naming === "snake_case" ? "last_event_id" : "lastEventId";
  const after = raw.headers.get("last-event-id") ?? params.get(goOn);
  params.delete(goOn);
  if (errors.length > 0) return failed(invalid(errors));
  const asked = readResourceQuery(resource, params, {
    shape,
    restrict: (query) => query,
  });
  if (!asked.ok) return asked;
  const { search, filters } = asked.value;
  const query: ListQuery = {
    limit: 1,
    sort: [],
    filters: [...filters, ...keys],
    ...(search === undefined ? {} : { search }),
  };
  return ok({ query, params, ...(after === null ? {} : { after }) });
}

/** Takes the keys out of what is asked for; where the list has a parameter of that name, it is that one. */
function takeKeys(
  { entity, key, shows, filters = {} }: ResourceSpec,
  shape: ApiShape,
  params: URLSearchParams,
  errors: FieldError[],
): ListQuery["filters"] {
  const path = clientName(shows, key, shape.naming);
  const texts = params.getAll(path);
  if (texts.length === 0 || Object.hasOwn(filters, path)) return [];
  params.delete(path);
  const field = fieldOf(entity, key);
  const anyOf = texts.flatMap((text): FilterValue[] => {
    const value = key === "id"
      ? isUuid(text) ? text.toLowerCase() : undefined
      : field && isStorable(text)
      ? parseFieldValue(field, text)
      : undefined;
    return value === undefined || value === null ? [] : [value];
  });
  if (anyOf.length < texts.length) {
    errors.push({ path, message: "must be a key" });
  }
  return [{ field: key, anyOf }];
}
