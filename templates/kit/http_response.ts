/**
 * Responses, each with the same security headers.
 *
 * @module
 */
import { entityTag } from "./precondition.ts";
import { type Problem, problemResponse } from "./problem.ts";

/**
 * The headers of every response. They are one constant because setting them one by one costs a fifth of the speed.
 *
 * HSTS is not among them: it belongs to the proxy that ends TLS, which knows whether the whole host is served by it.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Answers with a value as JSON; `headers` are added. */
export function jsonResponse(
  value: unknown,
  status = 200,
  headers?: Readonly<Record<string, string>>,
): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: headers ? { ...JSON_HEADERS, ...headers } : JSON_HEADERS,
  });
}

/** Answers with one entity and its tag; `version` is what the tag says. */
export function entityResponse(value: unknown, version: number): Response {
  const headers = TAGGED_HEADERS[version] ?? taggedHeaders(version);
  return new Response(JSON.stringify(value), { headers });
}

/** Kept for the versions that most entities have: headers that are made anew cost a microsecond more. */
function taggedHeaders(version: number): Readonly<Record<string, string>> {
  const headers = { ...JSON_HEADERS, etag: entityTag(version) };
  if (version < MAX_TAGGED) TAGGED_HEADERS[version] = headers;
  return headers;
}

/** Answers with a text of the given media type; `headers` replace those of the same name. */
export function textResponse(
  text: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(text, {
    headers: { ...SECURITY_HEADERS, ...headers, "content-type": contentType },
  });
}

/** Answers without content (204); `headers` are added. */
export function emptyResponse(
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(null, {
    status: 204,
    headers: { ...SECURITY_HEADERS, ...headers },
  });
}

/** Answers that the client has what it asks for (304); `headers` are added. */
export function notModifiedResponse(
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(null, {
    status: 304,
    headers: { ...SECURITY_HEADERS, ...headers },
  });
}

/** Answers with a problem; `headers` are added. */
export function errorResponse(
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return problemResponse(problem, { ...SECURITY_HEADERS, ...headers });
}

const TAGGED_HEADERS: Readonly<Record<string, string>>[] = [];
const MAX_TAGGED = 100;

const JSON_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  "content-type": "application/json",
};
