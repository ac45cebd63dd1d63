/**
 * What tests of the API need.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Problem } from "./problem.ts";

/** A response with its body read. */
export interface ApiResponse<T> {
  /** The status code. */
  readonly status: number;
  /** The headers. */
  readonly headers: Headers;
  /** The body: parsed if it is JSON, null if there is none, else its text. */
  readonly body: T;
}

/** A JSON object of which a test has not said more. */
export type JsonBody = Readonly<Record<string, unknown>>;

/** Calls an API. `T` is what the test expects the body to be; the test's assertions are the check. */
export interface ApiClient {
  /** Sends a GET. */
  get<T = JsonBody>(path: string): Promise<ApiResponse<T>>;
  /** Sends a POST with a JSON body, or with none. */
  post<T = JsonBody>(path: string, body?: unknown): Promise<ApiResponse<T>>;
  /** Sends a PUT with a JSON body. */
  put<T = JsonBody>(path: string, body: unknown): Promise<ApiResponse<T>>;
  /** Sends a PATCH with a JSON body. */
  patch<T = JsonBody>(path: string, body: unknown): Promise<ApiResponse<T>>;
  /** Sends a DELETE. */
  delete<T = JsonBody>(path: string): Promise<ApiResponse<T>>;
  /** Sends anything else. */
  send<T = JsonBody>(path: string, init: RequestInit): Promise<ApiResponse<T>>;
}

/** Makes a client of an API: in process over its `fetch`, or over the network with a `baseUrl`. */
export function apiClient(
  fetch: (request: Request) => Response | Promise<Response>,
  baseUrl = "http://test.invalid",
): ApiClient {
  async function send<T>(
    path: string,
    init: RequestInit,
  ): Promise<ApiResponse<T>> {
    return await readResponse(await fetch(new Request(baseUrl + path, init)));
  }
  return {
    send,
    get: (path) => send(path, {}),
    post: (path, body) => send(path, jsonInit("POST", body)),
    put: (path, body) => send(path, jsonInit("PUT", body)),
    patch: (path, body) => send(path, jsonInit("PATCH", body)),
    delete: (path) => send(path, { method: "DELETE" }),
  };
}

/** Makes a request whose body is this text, valid or not. */
export function textInit(
  method: string,
  body: string,
  contentType = "application/json",
): RequestInit {
  return { method, body, headers: { "content-type": contentType } };
}

/** Asserts that a response is a problem of this status, about this field if one is named, and returns it. */
export function expectProblem(
  response: ApiResponse<unknown>,
  status: number,
  path?: string,
): Problem {
  assert.equal(response.status, status, JSON.stringify(response.body));
  assert.equal(
    response.headers.get("content-type"),
    "application/problem+json",
  );
  const problem = response.body as Problem; // the assertions below are the check
  assert.equal(problem.status, status);
  assert.equal(typeof problem.type, "string");
  assert.equal(typeof problem.title, "string");
  if (path !== undefined) {
    const paths = problem.errors?.map((error) => error.path) ?? [];
    assert.ok(
      paths.includes(path),
      `found errors in [${paths}], not in ${path}`,
    );
  }
  return problem;
}

/** Asserts that a body has these members, among others, with these values. */
export function expectContains(
  body: unknown,
  expected: Readonly<Record<string, unknown>>,
): void {
  assert.ok(typeof body === "object" && body !== null, `found ${body}`);
  const actual: Readonly<Record<string, unknown>> = { ...body };
  // As it travels: without prototypes and members that JSON leaves out.
  const wanted: Record<string, unknown> = JSON.parse(JSON.stringify(expected));
  const found = Object.keys(wanted).map((name) => [name, actual[name]]);
  assert.deepEqual(Object.fromEntries(found), wanted);
}

function jsonInit(method: string, body: unknown): RequestInit {
  return body === undefined
    ? { method }
    : textInit(method, JSON.stringify(body));
}

async function readResponse<T>(response: Response): Promise<ApiResponse<T>> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = /[/+]json\b/.test(headers.get("content-type") ?? "");
  const body = text === "" ? null : isJson ? JSON.parse(text) : text;
  return { status, headers, body };
}
