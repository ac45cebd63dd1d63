/**
 * Problems as values: what an expected failure looks like inside the system and on the wire (RFC 9457).
 *
 * @module
 */

/** One thing wrong with one field, parameter or header. */
export interface FieldError {
  /** The place: a field such as `title` or `address.city`, or a query parameter. */
  readonly path: string;
  /** What is wrong, in a sentence without the path. */
  readonly message: string;
}

/** The members of an `application/problem+json` body. */
export interface Problem {
  /** A URI that names the kind of problem; `about:blank` where the status says it all. */
  readonly type: string;
  /** A short summary that is the same for every occurrence. */
  readonly title: string;
  /** The HTTP status code. */
  readonly status: number;
  /** What happened this time. */
  readonly detail?: string;
  /** What this occurrence is called in the log, as `urn:uuid:`; there where the failure is ours. */
  readonly instance?: string;
  /** What is wrong, field by field. */
  readonly errors?: readonly FieldError[];
  /** Of several that were to be changed at once, the index of the one that this is about. */
  readonly item?: number;
}

/** Either a value or the problem that stands in its place. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Wraps a value as a success. */
export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** Wraps a problem as a failure. */
export function failed(
  problem: Problem,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

/** Describes a problem by its status; the title is the status's standard phrase. */
export function problem(
  status: number,
  detail?: string,
  errors?: readonly FieldError[],
): Problem {
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
}

/** Describes input that cannot be parsed (400). */
export function badRequest(detail: string): Problem {
  return problem(400, detail);
}

/** Describes a request without a valid token (401). */
export function unauthorized(
  detail: string = "A valid access token is needed.",
): Problem {
  return problem(401, detail);
}

/** Describes a request that whoever sends it may not make (403). */
export function forbidden(
  detail: string = "You may not do this.",
): Problem {
  return problem(403, detail);
}

/** Describes a thing that does not exist (404); `what` is a noun such as `task`. */
export function notFound(what: string): Problem {
  return problem(404, `No such ${what}.`);
}

/** Describes a request that the present state does not allow (409). */
export function conflict(
  detail: string,
  errors?: readonly FieldError[],
): Problem {
  return problem(409, detail, errors);
}

/** Describes a change on a condition that does not hold (412). */
export function preconditionFailed(detail: string): Problem {
  return problem(412, detail);
}

/** Describes input that parses but breaks rules (422). */
export function invalid(errors: readonly FieldError[]): Problem {
  return problem(422, "The request breaks one or more rules.", errors);
}

/** Renders a problem as an HTTP response. */
export function problemResponse(
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...headers, "content-type": "application/problem+json" },
  });
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};
