/**
 * The routes of a system's own endpoints.
 *
 * @module
 */
import type { AccessRule } from "./access_rule.ts";
import { ApiError, type ClientOptions } from "./api_client_runtime.ts";
import { bearerToken } from "./bearer_token.ts";
import { fromInside } from "./client_address.ts";
import { type Clock, timestamp } from "./clock.ts";
import {
  type CustomEndpoint,
  type EndpointCall,
  Refusal,
  refuse,
} from "./custom_endpoint.ts";
import { type EndpointReader, endpointReader } from "./endpoint_input.ts";
import type { LogicViewer } from "./entity_logic.ts";
import type { Api, RouteRequest } from "./http_api.ts";
import { emptyResponse, errorResponse, jsonResponse } from "./http_response.ts";
import { answerOf, LIMIT_MS, LogicFailed } from "./logic_failure.ts";
import type { LogicTally } from "./logic_tally.ts";
import { type Outcome, type Problem, problem } from "./problem.ts";

/** Stands before the endpoints; see `endpointGuard`. */
export interface EndpointGuard {
  /** Decides by a rule whether a request may go on, and says who asks. */
  decide(
    request: Request,
    rule: AccessRule,
  ): Promise<Outcome<LogicViewer | undefined>>;
  /** Answers a request that may not. */
  refuse(request: Request, problem: Problem): Response;
}

/** What a function may fetch. */
export interface FetchLimits {
  /** The origins that it may fetch from. */
  readonly origins: readonly string[];
  /** Ends all of it. */
  readonly signal: AbortSignal;
  /** How long all of it may take together, from now, in milliseconds. */
  readonly timeoutMs: number;
}

/** Gives endpoints what they may fetch; see `fetchGate`. */
export interface FetchGate {
  /** Makes what a function is given as `fetch`, for one request. */
  open(limits: FetchLimits): unknown;
  /** Answers for a host that gave no usable answer; undefined where the error is another one. */
  answer(endpoint: string, error: unknown): Problem | undefined;
}

/** What {@link mountEndpoints} needs. */
export interface CustomRoutesOptions<Client> {
  /** The endpoints. */
  readonly endpoints: readonly CustomEndpoint<Client>[];
  /** Makes a client of this API. */
  readonly client: (options: ClientOptions) => Client;
  /** Answers a request of that client, as the API does. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Stands before them. @default everybody may call each, in a system without users */
  readonly guard?: EndpointGuard;
  /** Lets those that list hosts fetch from them. @default none does */
  readonly gate?: FetchGate;
  /** The word before tokens. @default "Bearer" */
  readonly scheme?: string;
  /** Counts failures. */
  readonly tally: LogicTally;
  /** Tells the time. @default Date.now */
  readonly clock?: Clock;
  /** How long a function may take, in milliseconds. @default 5000 */
  readonly limitMs?: number;
}

/**
 * Adds the routes. Who may not call one is told so before anything of the request is looked at. A function that throws,
 * takes too long or answers what it may not is a 500 whose cause only the log hears.
 */
export function mountEndpoints<Client>(
  api: Api,
  options: CustomRoutesOptions<Client>,
): void {
  for (const endpoint of options.endpoints) {
    const reader = endpointReader(endpoint);
    api.route(
      endpoint.method,
      endpoint.path,
      (request) => answer(request, endpoint, reader, options),
    );
  }
}

async function answer<Client>(
  request: RouteRequest,
  endpoint: CustomEndpoint<Client>,
  reader: EndpointReader,
  options: CustomRoutesOptions<Client>,
): Promise<Response> {
  const { raw } = request;
  const { guard, clock = Date.now } = options;
  const viewer = await guard?.decide(raw, endpoint.access ?? []);
  if (viewer && !viewer.ok) return guard!.refuse(raw, viewer.problem);
  const input = await reader.read(request);
  if (!input.ok) return errorResponse(input.problem);
  const over = new AbortController();
  const call = {
    ...input.value,
    viewer: viewer?.value,
    api: options.client(clientOptions(raw, over.signal, options)),
    now: timestamp(clock()),
    ...fetchOf(endpoint, over.signal, options),
    refuse,
  };
  try {
    return await answerFrom(call, endpoint, reader, options);
  } finally {
    over.abort(); // what a function left behind does nothing more
  }
}

async function answerFrom<Client>(
  call: EndpointCall<Client>,
  endpoint: CustomEndpoint<Client>,
  reader: EndpointReader,
  { tally, limitMs, gate }: CustomRoutesOptions<Client>,
): Promise<Response> {
  const { name, status } = endpoint;
  try {
    const given = await answerOf(
      `endpoint ${name}`,
      () => endpoint.run(call),
      limitMs,
    );
    const value = reader.checkAnswer(given);
    return value === undefined ? emptyResponse() : jsonResponse(value, status);
  } catch (error) {
    const cause = error instanceof LogicFailed ? error.cause : error;
    if (cause instanceof Refusal && isRefusal(cause.status)) {
      return errorResponse(problem(cause.status, cause.detail));
    }
    if (cause instanceof ApiError && isPassedOn(cause.status)) {
      return passedOn(cause);
    }
    tally.add("endpoints", name);
    const unreached = gate?.answer(name, cause);
    if (unreached) return errorResponse(unreached);
    throw error;
  }
}

/** Calls come from inside, with the token of the request, from where the request came; only while it lasts, and only so deep. */
function clientOptions<Client>(
  request: Request,
  over: AbortSignal,
  { fetch, scheme }: CustomRoutesOptions<Client>,
): ClientOptions {
  const depth = (DEPTHS.get(request) ?? 0) + 1;
  return {
    url: "http://inside.invalid",
    token: () => bearerToken(request, scheme),
    fetch: (inner) => {
      if (over.aborted) throw new Error("The request is over");
      if (depth > MAX_DEPTH) {
        throw new Error(
          `Endpoints call each other more than ${MAX_DEPTH} deep`,
        );
      }
      DEPTHS.set(inner, depth);
      return fetch(fromInside(inner, request));
    },
  };
}

/** What fetches gives up a little before its function is, so that this can still answer. */
function fetchOf<Client>(
  { fetches: origins }: CustomEndpoint<Client>,
  signal: AbortSignal,
  { gate, limitMs = LIMIT_MS }: CustomRoutesOptions<Client>,
): { readonly fetch?: unknown } {
  return gate && origins
    ? { fetch: gate.open({ origins, signal, timeoutMs: limitMs * 0.8 }) }
    : {};
}

/** What the API refused inside it refuses outside: it was asked as who asks. */
function passedOn({ status, problem: told, messages }: ApiError): Response {
  const detail = told?.detail ?? messages.join("; ");
  return errorResponse(
    problem(status, detail, told?.errors),
    status === 503 ? { "retry-after": "1" } : {},
  );
}

function isRefusal(status: number): boolean {
  return Number.isInteger(status) && status >= 400 && status < 500 ||
    status === 502;
}

function isPassedOn(status: number): boolean {
  return isRefusal(status) || status === 503;
}

/** How deep inside endpoints a request was made; no header says it, so that no client can. */
const DEPTHS = new WeakMap<Request, number>();
const MAX_DEPTH = 4;
