/**
 * Limits how many requests each client may make, in memory: every process counts for itself.
 *
 * @module
 */
import { clientOf } from "./client_address.ts";
import type { Clock } from "./clock.ts";
import { errorResponse } from "./http_response.ts";
import { problem } from "./problem.ts";
import { RateLimit } from "./rate_limit.ts";

/** How many requests each client may make. */
export interface ClientRateLimit {
  /** How many in a window; 0 sets no limit. */
  readonly requests: number;
  /** How long a window is, in seconds. */
  readonly seconds: number;
  /** The header by which a trusted proxy tells the client's address; empty to take the connection's. @default "" */
  readonly addressHeader?: string;
  /** The time. @default Date.now */
  readonly clock?: Clock;
}

/** What {@link withRateLimit} needs. */
export interface RateLimitedOptions extends ClientRateLimit {
  /** Finds who is signed in. @default nobody ever is */
  readonly viewer?: (
    request: Request,
  ) => Promise<{ readonly id: string } | undefined>;
}

/**
 * Lets each client make so many requests: the user where one is signed in, else the address. Too many are a 429 with
 * `Retry-After`; every answer has `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers, from its
 * version 08). Health, metrics and documents are for everybody, as often as they like.
 */
export function withRateLimit(
  fetch: (request: Request) => Response | Promise<Response>,
  options: RateLimitedOptions,
): (request: Request) => Response | Promise<Response> {
  const { requests, seconds, clock } = options;
  if (requests === 0) return fetch;
  const limit = new RateLimit({
    tries: requests,
    seconds,
    ...(clock ? { clock } : {}),
  });
  const policy = `"default";q=${requests};w=${seconds}`;
  return async (request) => {
    if (OPEN.has(pathOf(request))) return await fetch(request);
    const client = await clientKey(request, options);
    const wait = limit.take(client);
    const response = wait > 0 ? tooMany(wait) : await fetch(request);
    const { tries, seconds: rest } = limit.left(client);
    if (response.status === 101) return response; // a WebSocket's: what it says is settled
    response.headers.set("ratelimit-policy", policy);
    response.headers.set("ratelimit", `"default";r=${tries};t=${rest}`);
    return response;
  };
}

/** Only a token that is valid makes somebody a user: whoever makes up tokens stays the address that they come from. */
async function clientKey(
  request: Request,
  { viewer, addressHeader }: RateLimitedOptions,
): Promise<string> {
  const user = request.headers.has("authorization")
    ? await viewer?.(request)
    : undefined;
  return user === undefined
    ? `address ${clientOf(request, addressHeader)}`
    : `user ${user.id}`;
}

function tooMany(wait: number): Response {
  const detail = `Too many requests: try again in ${wait} seconds.`;
  return errorResponse(problem(429, detail), { "retry-after": String(wait) });
}

/** Cut from the text of the URL, because `new URL` throws if the Host header is absurd. */
function pathOf({ url }: Request): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
}

const OPEN: ReadonlySet<string> = new Set([
  "/docs",
  "/health",
  "/health/live",
  "/health/ready",
  "/metrics",
  "/openapi.json",
]);
