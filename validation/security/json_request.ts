/**
 * Requests as attacks send them.
 *
 * @module
 */
import type { HttpRequest } from "../fuzz/http_exchange.ts";

/** Makes a request with JSON, or without a body. */
export function jsonRequest(
  method: string,
  target: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest {
  if (body === undefined) return { method, target, headers };
  return {
    method,
    target,
    headers: { "content-type": "application/json", ...headers },
    body: new TextEncoder().encode(
      typeof body === "string" ? body : JSON.stringify(body),
    ),
  };
}
