/**
 * What a client is told when a handler throws.
 *
 * @module
 */
import {
  ChannelBroken,
  ChannelClosed,
  ChannelFull,
  ComponentUnavailable,
  type Log,
  RequestFailed,
  RequestTimeout,
} from "@autocoder/harness";
import { errorResponse } from "./http_response.ts";
import { problem } from "./problem.ts";

/**
 * Answers for a handler that threw: 503 with `Retry-After` if the system is busy, stopping, or starting a component
 * again, else 500.
 * The log hears what was thrown; the client does not: both are told an id, by which one is found from the other.
 */
export function failureResponse(
  error: unknown,
  route: { readonly method: string; readonly path: string },
  log: Log,
): Response {
  const errorId = crypto.randomUUID();
  const headers = { "x-error-id": errorId };
  const instance = `urn:uuid:${errorId}`;
  const facts = { ...route, errorId, error };
  if (isUnavailable(error)) {
    log({ level: "warn", event: "request_unavailable", ...facts });
    const detail = route.method === "GET" ? BUSY : `${BUSY} ${IN_DOUBT}`;
    return errorResponse({ ...problem(503, detail), instance }, {
      ...headers,
      ...RETRY_AFTER,
    });
  }
  log({ level: "error", event: "request_failed", ...facts });
  const failure = problem(500, "Something went wrong on our side.");
  return errorResponse({ ...failure, instance }, headers);
}

/** An error may have travelled through several components, each of which wrapped it. */
function isUnavailable(error: unknown): boolean {
  return UNAVAILABLE.some((type) => error instanceof type) ||
    error instanceof RequestFailed && isUnavailable(error.cause);
}

const UNAVAILABLE = [
  ChannelBroken,
  ChannelClosed,
  ChannelFull,
  ComponentUnavailable,
  RequestTimeout,
];
const BUSY = "The system is busy, restarting or stopping. Try again soon.";
const IN_DOUBT = "Look first whether this request has taken effect.";
const RETRY_AFTER = { "retry-after": "1" }; // seconds
