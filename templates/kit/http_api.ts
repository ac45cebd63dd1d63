/**
 * The frame of the HTTP API: routing, errors, metrics and the routes that every system has.
 *
 * @module
 */
import type { Log } from "@autocoder/harness";
import { HttpMetrics, type RouteMetrics } from "./http_metrics.ts";
import { emptyResponse, errorResponse } from "./http_response.ts";
import { badRequest, notFound, problem } from "./problem.ts";
import { failureResponse } from "./request_failure.ts";
import { type RoutedRequest, RouteTable } from "./route_table.ts";
import {
  mountSystemRoutes,
  type SystemRoutesOptions,
} from "./system_routes.ts";

/** The methods that a route can have. HEAD is answered as GET without the body, OPTIONS by itself. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a handler sees of a request. */
export interface RouteRequest {
  /** The request as it came. */
  readonly raw: Request;
  /** Gives the value of a `{name}` of the route's path, decoded. */
  param(name: string): string | undefined;
}

/** Answers the requests of one route; what it throws becomes a 500, or a 503 if the system is busy, restarting or stopping. */
export type Handler = (request: RouteRequest) => Response | Promise<Response>;

/** An HTTP API. */
export interface Api {
  /** Answers a request. Never rejects. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Adds a route, such as `GET` on `/tasks/{id}`. All routes are added before the first request. */
  route(method: Method, path: string, handler: Handler): void;
}

/** What {@link createApi} needs. */
export interface ApiOptions extends SystemRoutesOptions {
  /** Hears of requests that failed. @default nobody */
  readonly log?: Log;
}

/**
 * Makes an API with the routes of every system: health, metrics, `/openapi.json` and `/docs`.
 *
 * What no route answers is a problem too: 404, or 405 with `Allow`; a Host header that is not a host is a 400.
 */
export function createApi(options: ApiOptions): Api {
  const log = options.log ?? (() => {});
  const routes = new RouteTable<Route>();
  const metrics = new HttpMetrics();
  const unmatched = metrics.route("any", "unmatched");

  const api: Api = {
    fetch(request) {
      // The server makes the URL of it, unchecked: "x/metrics?" would become another path.
      const host = request.headers.get("host");
      if (host !== null && !HOST.test(host)) {
        unmatched.record(400, 0);
        return errorResponse(badRequest("The Host header is not a host."));
      }
      const { method } = request;
      if (method === "HEAD") return head(request);
      const found = routes.find(request, method);
      return found ? answer(found, log) : refusal(request);
    },
    route(method, path, handler) {
      const counters = metrics.route(method, path);
      routes.add(method, path, { method, path, handler, counters });
    },
  };

  function refusal(request: Request): Response {
    const allowed = allowedMethods(routes, routes.pathOf(request));
    const response = unmatchedResponse(request.method, allowed);
    unmatched.record(response.status, 0);
    return response;
  }

  async function head(request: Request): Promise<Response> {
    const found = routes.find(request, "GET");
    if (!found) return new Response(null, refusal(request));
    const response = await answer(found, log);
    return response.status === 304
      ? response
      : await withContentLength(response);
  }

  mountSystemRoutes(api, options, metrics);
  return api;
}

interface Route {
  readonly method: Method;
  readonly path: string;
  readonly handler: Handler;
  readonly counters: RouteMetrics;
}

/** Lets the handler answer, and counts what came of it. */
function answer(
  request: RoutedRequest<Route>,
  log: Log,
): Response | Promise<Response> {
  const { route } = request;
  const started = performance.now();
  const counted = (response: Response) => {
    route.counters.record(response.status, performance.now() - started);
    return response;
  };
  const { method, path } = route;
  const failed = (error: unknown) =>
    counted(failureResponse(error, { method, path }, log));
  try {
    const answered = route.handler(request);
    return answered instanceof Response
      ? counted(answered)
      : answered.then(counted, failed);
  } catch (error) {
    return failed(error);
  }
}

/** HEAD has no body, whose length a server could only guess. */
async function withContentLength(response: Response): Promise<Response> {
  if (response.headers.has("content-length")) {
    await response.body?.cancel();
    return new Response(null, response);
  }
  const { byteLength } = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.set("content-length", String(byteLength));
  return new Response(null, { status: response.status, headers });
}

function unmatchedResponse(
  method: string,
  allowed: readonly string[],
): Response {
  if (allowed.length === 0) return errorResponse(notFound("path"));
  const allow = allowed.join(", ");
  return method === "OPTIONS"
    ? emptyResponse({ allow })
    : errorResponse(problem(405, `This path allows ${allow}.`), { allow });
}

function allowedMethods(routes: RouteTable<Route>, path: string): string[] {
  const methods: string[] = METHODS.filter((method) =>
    routes.has(method, path)
  );
  if (methods.includes("GET")) methods.splice(1, 0, "HEAD");
  if (methods.length > 0) methods.push("OPTIONS");
  return methods;
}

/** A name or an address, and a port: nothing that ends the authority of a URL. */
const HOST = /^[A-Za-z0-9.\-_~%:[\]]+$/;

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
