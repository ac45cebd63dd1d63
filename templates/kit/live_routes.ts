/**
 * The route of an entity's live updates: server-sent events, or a WebSocket to whoever asks for one.
 *
 * @module
 */
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import { type EntityGuard, searchParams } from "./entity_routes.ts";
import type { EntitySpec } from "./entity_spec.ts";
import type { Api } from "./http_api.ts";
import { errorResponse } from "./http_response.ts";
import { type ListQuery, parseListQuery } from "./list_query.ts";
import { framesOf } from "./live_frames.ts";
import {
  isSameOrigin,
  isUpgrade,
  openSocket,
  protocolToken,
} from "./live_socket.ts";
import { EVENT_STREAM_HEADERS, eventStream } from "./live_stream.ts";
import type { LiveSubscription } from "./live_subscription.ts";
import type { LiveRequest } from "./live_updates.ts";
import {
  failed,
  type FieldError,
  forbidden,
  invalid,
  ok,
  type Outcome,
} from "./problem.ts";
import { isUuid } from "./uuid7.ts";

/** What {@link mountLive} needs. */
export interface LiveRoutesOptions {
  /** The entity, as clients see it. */
  readonly spec: EntitySpec;
  /** Hands a request to the controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
  /** Opens a subscription. */
  readonly subscribe: (
    request: LiveRequest,
  ) => Promise<Outcome<LiveSubscription>>;
  /** Ends all streams. */
  readonly signal: AbortSignal;
  /** Decides who may listen, and again at every event. @default everyone may */
  readonly guard?: EntityGuard;
}

/** Adds `GET <path>/live`. It has to be added before `GET <path>/{id}`. */
export function mountLive(api: Api, options: LiveRoutesOptions): void {
  api.route("GET", `${options.spec.path}/live`, async ({ raw }) => {
    const viewer = viewerRequest(raw);
    if (isUpgrade(raw) && !isSameOrigin(raw)) {
      return errorResponse(forbidden("Pages of other sites may not listen."));
    }
    const decision = await options.guard?.decide(viewer, "list");
    if (decision && !decision.ok) {
      return options.guard!.refuse(viewer, decision.problem);
    }
    const wish = readWish(options.spec, raw);
    if (!wish.ok) return errorResponse(wish.problem);
    return await listen(options, raw, { viewer, ...wish.value });
  });
}

/** Which entities somebody wants to hear of, and since when. */
interface LiveWish {
  readonly query: ListQuery;
  readonly after?: string;
}

async function listen(
  options: LiveRoutesOptions,
  raw: Request,
  { viewer, query, after }: LiveWish & { readonly viewer: Request },
): Promise<Response> {
  const { spec, guard, send, subscribe, signal } = options;
  if (raw.method === "HEAD") {
    return new Response(null, { headers: EVENT_STREAM_HEADERS });
  }
  const opened = await subscribe({
    entity: spec.name,
    ...(after === undefined ? {} : { after }),
  });
  if (!opened.ok) return errorResponse(opened.problem, RETRY_AFTER);
  const subscription = opened.value;
  const onStop = () => subscription.end("stopping");
  signal.addEventListener("abort", onStop);
  const onClose = () => {
    signal.removeEventListener("abort", onStop);
    subscription.close();
  };
  if (signal.aborted) onStop();
  const frames = framesOf(subscription, {
    spec,
    request: viewer,
    query,
    send,
    ...(guard ? { guard } : {}),
  }, onClose);
  return isUpgrade(raw)
    ? openSocket(raw, frames, onClose)
    : eventStream(frames, onClose);
}

/** What the rules go by, for as long as the stream is open: the request itself ends with its answer. */
function viewerRequest(raw: Request): Request {
  const token = isUpgrade(raw) ? protocolToken(raw) : undefined;
  const authorization = raw.headers.get("authorization") ??
    (token === undefined ? null : `Bearer ${token}`);
  return new Request("http://localhost/", {
    headers: authorization === null ? {} : { authorization },
  });
}

/** Reads filters and `q` as of a list, `id`, and where to go on; a page of them has no meaning here. */
function readWish(spec: EntitySpec, raw: Request): Outcome<LiveWish> {
  const params = searchParams(raw.url);
  if (!params.ok) return params;
  const errors: FieldError[] = PAGING.filter((name) => params.value.has(name))
    .map((path) => ({ path, message: "is not a parameter of live updates" }));
  const ids = params.value.getAll("id");
  if (ids.some((id) => !isUuid(id))) {
    errors.push({ path: "id", message: "must be a UUID" });
  }
  const after = raw.headers.get("last-event-id") ??
    params.value.get("lastEventId");
  for (const name of ["id", "lastEventId"]) params.value.delete(name);
  if (errors.length > 0) return failed(invalid(errors));
  const query = parseListQuery(spec, params.value);
  if (!query.ok) return query;
  const one = ids.length === 0
    ? []
    : [{ field: "id", anyOf: ids.map((id) => id.toLowerCase()) }];
  const { filters } = query.value;
  return ok({
    query: { ...query.value, sort: [], filters: [...filters, ...one] },
    ...(after === null ? {} : { after }),
  });
}

const PAGING = ["limit", "cursor", "sort"];
const RETRY_AFTER = { "retry-after": "10" };
