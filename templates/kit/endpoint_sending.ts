/**
 * Requests of the trials of a system's own endpoint.
 *
 * @module
 */
import type { EndpointRequest, EndpointSubject } from "./endpoint_subject.ts";
import type { JsonObject } from "./entity_request.ts";
import type { Method } from "./http_api.ts";
import { type ApiClient, type ApiResponse, textInit } from "./testing.ts";

/** Sends a request to an endpoint. */
export function sendTo<C>(
  client: ApiClient,
  subject: EndpointSubject<C>,
  request: EndpointRequest,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiResponse<unknown>> {
  const init = initOf(subject.endpoint.method, request.body);
  return client.send<unknown>(pathOf(subject, request), {
    ...init,
    headers: { ...init.headers as Record<string, string>, ...headers },
  });
}

/** Makes what is sent beside the path. */
export function initOf(
  method: Method,
  body: JsonObject | undefined,
): RequestInit {
  return body === undefined
    ? { method }
    : textInit(method, JSON.stringify(body));
}

/** Writes the path of a request, with its query. */
export function pathOf<C>(
  { endpoint }: EndpointSubject<C>,
  { params = {}, query = {} }: EndpointRequest,
): string {
  const path = endpoint.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) =>
      encodeURIComponent(String(params[name]).toWellFormed()),
  );
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  );
  return search.size === 0 ? path : `${path}?${search}`;
}
