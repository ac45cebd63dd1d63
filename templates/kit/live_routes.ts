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
import type { LiveSight, LiveViewer } from "./live_view.ts";
import {
  failed,
  type FieldError,
  forbidden,
  invalid,
  ok,
  type Outcome,
  type Problem,
} from "./problem.ts";
import { isUuid } from "./uuid7.ts";

/** What all live updates of a system share. */
export interface LiveStreams {
  /** Opens a subscription. */
  readonly subscribe: (
    request: LiveRequest,
  ) => Promise<Outcome<LiveSubscription>>;
  /** Ends all streams. */
  readonly signal: AbortSignal;
}

/** What {@link mountLive} needs. */
export interface LiveRoutesOptions extends LiveStreams {
  /** The entity, as clients see it. */
  readonly spec: EntitySpec;
  /** Hands a request to the controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
  /** Decides who may listen, and again at every event. @default everyone may */
  readonly guard?: EntityGuard;
}

/** Adds `GET <path>/live`. It has to be added before `GET <path>/{id}`. */
export function mountLive(api: Api, options: LiveRoutesOptions): void {
  const { spec, guard, send } = options;
  api.route("GET", `${spec.path}/live`, async ({ raw }) => {
    const viewer = viewerRequest(raw);
    if (isUpgrade(raw) && !isSameOrigin(raw)) return errorResponse(ELSEWHERE);
    const decision = await guard?.decide(viewer, "list");
    if (decision && !decision.ok) {
      return guard!.refuse(viewer, decision.problem);
    }
    const wish = readWish(spec, raw);
    if (!wish.ok) return errorResponse(wish.problem);
    const { query, after } = wish.value;
    const look = () => lookAgain(viewer, guard);
    return await listen(raw, { spec, query, look, send }, {
      ...options,
      ...(after === undefined ? {} : { after }),
    });
  });
}

/** Which entities somebody wants to hear of, and since when. */
export interface LiveWish {
  /** Which of them, as in a list. */
  readonly query: ListQuery;
  /** The id of the last event that they heard. @default they hear of what comes now */
  readonly after?: string;
}

/** Who somebody is is found out once for each request, so each time it is another. */
async function lookAgain(
  viewer: Request,
  guard: EntityGuard | undefined,
): Promise<Outcome<LiveSight>> {
  const decision = await guard?.decide(new Request(viewer), "list");
  if (!guard || !decision) return ok({});
  if (!decision.ok) return decision;
  const grant = decision.value;
  return ok({ grant, restrict: (query) => guard.restrict(grant, query) });
}

/** Answers with a stream of what a viewer is told, by server-sent events or by a WebSocket to a request for one. */
export async function listen(
  raw: Request,
  viewer: LiveViewer,
  { subscribe, signal, after }: LiveStreams & Pick<LiveWish, "after">,
): Promise<Response> {
  if (raw.method === "HEAD") {
    return new Response(null, { headers: EVENT_STREAM_HEADERS });
  }
  const opened = await subscribe({
    entity: viewer.spec.name,
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
  const frames = framesOf(subscription, viewer, onClose);
  return isUpgrade(raw)
    ? openSocket(raw, frames, onClose)
    : eventStream(frames, onClose);
}

/** What the rules go by, for as long as the stream is open: the request itself ends with its answer. */
export function viewerRequest(
  raw: Request,
  scheme: string = "Bearer",
): Request {
  const token = isUpgrade(raw) ? protocolToken(raw, scheme) : undefined;
  const authorization = raw.headers.get("authorization") ??
    (token === undefined ? null : `${scheme} ${token}`);
  return new Request("http://localhost/", {
    headers: authorization === null ? {} : { authorization },
  });
}

/** Says why a page of another site opens no WebSocket. */
export const ELSEWHERE: Problem = forbidden(
  "Pages of other sites may not listen.",
);

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
